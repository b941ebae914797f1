import type { Shape } from './shape.ts';
import { dataShape } from './symbols/data.ts';
import { decisionShape } from './symbols/decision.ts';
import { delayShape } from './symbols/delay.ts';
import { displayShape } from './symbols/display.ts';
import { documentShape } from './symbols/document.ts';
import { entryShape } from './symbols/entry.ts';
import { escalationShape } from './symbols/escalation.ts';
import { manualInputShape } from './symbols/manual-input.ts';
import { manualOperationShape } from './symbols/manual-operation.ts';
import { offPageConnectorShape } from './symbols/off-page-connector.ts';
import { onPageConnectorShape } from './symbols/on-page-connector.ts';
import { parallelBarShape } from './symbols/parallel-bar.ts';
import { predefinedProcessShape } from './symbols/predefined-process.ts';
import { preparationShape } from './symbols/preparation.ts';
import { workShape } from './symbols/process.ts';
import { storedDataShape } from './symbols/stored-data.ts';
import { terminalShape } from './symbols/terminal.ts';

/**
 * Every symbol that charts have: first those that statements of the language have by themselves, then those that a step
 * gets with `as`, in the order in which messages and pages name them. A symbol is added by its file and a line here;
 * what is written in words of the language elsewhere, `npm run generate` makes of it.
 */
const shapes = [
  terminalShape,
  entryShape,
  workShape,
  escalationShape,
  delayShape,
  predefinedProcessShape,
  offPageConnectorShape,
  onPageConnectorShape,
  decisionShape,
  parallelBarShape,
  documentShape,
  dataShape,
  storedDataShape,
  manualInputShape,
  manualOperationShape,
  displayShape,
  preparationShape,
] as const;

type KnownShape = (typeof shapes)[number];
type NamedByWriter = Extract<KnownShape, { readonly as: unknown }>;

export type ShapeName = KnownShape['name'];

/** A word behind `as`, that makes a step look like another symbol. */
export type SymbolName = NamedByWriter['as']['word'];

export const shapeNames: readonly ShapeName[] = shapes.map(({ name }) => name);

const namedByWriter = shapes.filter((shape): shape is NamedByWriter => 'as' in shape);

/** The words behind `as`. */
export const symbols: readonly SymbolName[] = namedByWriter.map(({ as }) => as.word);

/** What each word behind `as` means. */
export const symbolWords: readonly NamedByWriter['as'][] = namedByWriter.map(({ as }) => as);

const shapeOf: ReadonlyMap<string, Shape> = new Map(shapes.map((shape) => [shape.name, shape]));

/** The shape of a name. */
export function shapeNamed(name: ShapeName): Shape {
  const shape = shapeOf.get(name);
  if (shape === undefined) throw new Error(`There is no shape “${name}”`);
  return shape;
}

const nameOf: ReadonlyMap<SymbolName, ShapeName> = new Map(
  namedByWriter.map(({ as, name }) => [as.word, name]),
);

/** The name of the shape that a word behind `as` asks for. */
export function shapeOfSymbol(symbol: SymbolName): ShapeName {
  return nameOf.get(symbol) ?? 'process';
}
