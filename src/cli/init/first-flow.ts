import { format } from '../../format/format.ts';
import type { Preset } from '../../lint/presets.ts';
import type { ParsedFile } from '../../syntax/parsed-file.ts';
import type { Source } from '../../text/source.ts';

/** What someone who begins is asked. */
export interface FirstFlow {
  readonly name: string;
  readonly title: string;
}

/**
 * The text of a first flow: short, whole, without findings, in the layout of `flowc fmt`, with something of all that
 * one needs on the first day.
 */
export const firstFlow = (asked: FirstFlow, read: (source: Source) => ParsedFile): string =>
  format(read({ path: `${asked.name}.flow`, text: textOf(asked) }), read);

/** A title from a terminal may hold what no label can: control characters become blanks. */
const labelFrom = (title: string): string =>
  [...title].map((letter) => (isControl(letter.charCodeAt(0)) ? ' ' : letter)).join('');
const isControl = (unit: number): boolean => unit < 0x20 || (unit >= 0x7f && unit < 0xa0);

const textOf = ({ name, title }: FirstFlow): string => `flow ${name} ${JSON.stringify(labelFrom(title))}

purpose "Say here in a sentence what the customer gets from this."
role agent "Agent"
role lead  "Team lead"

touchpoint phone "Customer calls"
touchpoint email "Customer writes"

step understand "Understand what the customer needs, and say what happens next" by agent to customer within 15min
if solvable? "Can the agent solve it?" 80% {
  step solve "Solve it, and tell the customer" by agent to customer within 30min
} else {
  escalate hand-up "Hand the case to the team lead" by agent to lead within 15min
  step decide "Decide, and tell the customer" by lead to customer within 45min
}
step ask "Ask whether it helped" by agent to customer
end done "Customer is helped" as success
`;

/** A configuration to be changed. It names its schema, for editors, where the project has one. */
export const firstConfiguration = (preset: Preset, schema: string | undefined): string =>
  `${JSON.stringify(
    { ...(schema === undefined ? {} : { $schema: schema }), preset, theme: 'standard', rules: {} },
    undefined,
    2,
  )}\n`;

/**
 * The settings for git: flows and pictures have one line end in every checkout, whatever the system and git's own
 * settings.
 */
export const firstAttributes = `# The same line ends on every system
*.flow text eol=lf
*.svg text eol=lf
`;
