import type { Node } from '../model/process.ts';
import type { Shape } from '../shapes/shape-names.ts';
import type { SymbolName } from '../syntax/ast.ts';

const shapeOfSymbol: Readonly<Record<SymbolName, Shape>> = {
  document: 'document',
  data: 'data',
  database: 'stored-data',
  input: 'manual-input',
  manual: 'manual-operation',
  display: 'display',
  preparation: 'preparation',
};

/** The standard symbol (ISO 5807) of a node. */
export function nodeShape(node: Node): Shape {
  if ('symbol' in node && node.symbol !== undefined) return shapeOfSymbol[node.symbol];
  switch (node.kind) {
    case 'touchpoint':
    case 'end':
      return 'terminal';
    case 'step':
      return 'process';
    case 'wait':
      return 'delay';
    case 'escalate':
      return 'escalation';
    case 'call':
      return 'predefined-process';
    case 'transfer':
      return 'off-page-connector';
    case 'decision':
      return 'decision';
    case 'fork':
    case 'join':
      return 'parallel-bar';
  }
}
