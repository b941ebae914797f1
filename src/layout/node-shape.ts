import type { Node } from '../model/process.ts';
import { type ShapeName, shapeOfSymbol } from '../shapes/all-shapes.ts';

/** The standard symbol (ISO 5807) of a node. */
export function nodeShape(node: Node): ShapeName {
  if ('symbol' in node && node.symbol !== undefined) return shapeOfSymbol(node.symbol);
  switch (node.kind) {
    case 'touchpoint':
    case 'end':
      return 'terminal';
    case 'anytime':
    case 'late':
    case 'meanwhile':
      return 'entry';
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
