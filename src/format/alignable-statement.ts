import type { Statement } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import type { Alignable } from './alignment.ts';
import { standsAlone } from './format-attributes.ts';
import { identifierText } from './format-literal.ts';

/** A row of steps, of touchpoints or of ends has its labels one below the other. */
export function alignableStatement(source: Source, statement: Statement): Alignable | undefined {
  if (statement.broken) return undefined;
  const { kind, span } = statement;
  switch (kind) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'end': {
      const { id, label } = statement.name ?? {};
      if (id === undefined || label === undefined) return undefined;
      const single =
        kind === 'end' || (statement.exceptions.length === 0 && !statement.attributes.some(standsAlone));
      return { span, group: kind, text: identifierText(source, id), single };
    }
    case 'touchpoint':
      if (statement.name.label === undefined || statement.name.id === undefined) return undefined;
      return {
        span,
        group: kind,
        text: identifierText(source, statement.name.id),
        single: statement.branch?.kind !== 'block',
      };
    case 'stage':
    case 'call':
    case 'transfer':
    case 'if':
    case 'choose':
    case 'parallel':
    case 'arrow':
    case 'anytime':
    case 'late':
    case 'meanwhile':
    case 'unreadable':
      return undefined;
  }
}
