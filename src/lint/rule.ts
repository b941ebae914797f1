import type { RuleName } from '../diagnostic/code.ts';
import type { Fix, RelatedPlace, Severity } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { ChapterName } from './chapters.ts';
import type { FileContext, FlowContext } from './context.ts';
import { type OptionSpecs, type OptionValue, type ReadOptions, readOptions } from './option.ts';

/** `recommended` needs no configuration; `service` is that and more. */
export type RuleSet = 'recommended' | 'service';

/** What a rule found: a diagnostic without its code and severity, which come from the rule and its settings. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  readonly witness?: readonly RelatedPlace[];
  readonly help?: string;
  readonly fix?: Fix;
}

/** The one source of `flowc explain`, of the page in the documentation and of what SARIF says of the rule. */
export interface Explanation {
  /** What a customer, or whoever serves him, suffers from it. */
  readonly why: string;
  /** What to do. */
  readonly repair: string;
  /** A whole file in which the rule, of its set, finds something, and one in which it doesn't. */
  readonly failing: string;
  readonly passing: string;
}

/** What a rule says of itself, whatever it looks at. */
export interface RuleBase {
  readonly name: RuleName;
  /** The folder that its file stands in. */
  readonly chapter: ChapterName;
  /** Its place among the rules of its chapter, the lowest first; without one, behind them, by name. */
  readonly place?: number;
  /** What it finds, as a phrase: no capital, no full stop. */
  readonly summary: string;
  readonly severity: Severity;
  /** Empty for a rule that is off unless it is named. */
  readonly sets: readonly RuleSet[];
  readonly fixKind: Fix['kind'] | 'none';
  readonly options: OptionSpecs;
  readonly explanation: Explanation;
}

/** A rule as it is run: on each flow, or on each file, with the values of its options as they were set. */
export type Rule = RuleBase & {
  readonly checkFlow?: (
    flow: FlowContext,
    options: Readonly<Record<string, OptionValue>>,
  ) => readonly RuleFinding[];
  readonly checkFile?: (
    file: FileContext,
    options: Readonly<Record<string, OptionValue>>,
  ) => readonly RuleFinding[];
};

type Declared<Specs extends OptionSpecs> = Omit<RuleBase, 'options'> & { readonly options?: Specs };

/** A rule about the graph of one flow. */
export function flowRule<const Specs extends OptionSpecs = Record<never, never>>(
  rule: Declared<Specs> & {
    readonly check: (flow: FlowContext, options: ReadOptions<Specs>) => readonly RuleFinding[];
  },
): Rule {
  const { check, options, ...base } = rule;
  return {
    ...base,
    options: options ?? {},
    checkFlow: (flow, values) => check(flow, readOptions(options ?? ({} as Specs), values)),
  };
}

/** A rule about what a file declares, or about its text. */
export function fileRule<const Specs extends OptionSpecs = Record<never, never>>(
  rule: Declared<Specs> & {
    readonly check: (file: FileContext, options: ReadOptions<Specs>) => readonly RuleFinding[];
  },
): Rule {
  const { check, options, ...base } = rule;
  return {
    ...base,
    options: options ?? {},
    checkFile: (file, values) => check(file, readOptions(options ?? ({} as Specs), values)),
  };
}
