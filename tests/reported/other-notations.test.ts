import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { lintText } from '../lint/lint-texts.ts';

const pasted: readonly (readonly [name: string, text: string, told: string])[] = [
  ['a Mermaid flowchart', 'graph LR;\n  a-->b;\n  b-->|No| c[Ask];\n', 'This is a Mermaid chart, not a flow'],
  ['a Mermaid flowchart in a fence', '```mermaid\nflowchart TD\n  A --> B\n```\n', 'a Mermaid chart'],
  ['Mermaid with a title above', '---\ntitle: Calls\n---\nflowchart TB\n  A --> B\n', 'a Mermaid chart'],
  ['Mermaid without its first line', 'A[Customer calls] --> B{Known?}\nB --> C[Answer]\n', 'a Mermaid chart'],
  ['a Mermaid sequence', 'sequenceDiagram\n  Alice->>Bob: Hi\n', 'a Mermaid chart'],
  ['PlantUML', '@startuml\nstart\n:Answer the call;\nstop\n@enduml\n', 'a PlantUML diagram'],
  [
    'PlantUML without its first line',
    'start\n:Answer the call;\nif (Known?) then (yes)\nendif\nstop\n',
    'a PlantUML diagram',
  ],
  ['DOT', 'digraph G {\n  a -> b [label="x"];\n}\n', 'a Graphviz graph (DOT)'],
  [
    'a BPMN model',
    '<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">\n</bpmn:definitions>\n',
    'a BPMN model',
  ],
  ['a draw.io file', '<mxfile host="app">\n<diagram/>\n</mxfile>\n', 'a draw.io file'],
  ['a web page', '<!DOCTYPE html>\n<html><body>Answer</body></html>\n', 'a web page'],
  ['JSON', '{\n  "steps": ["Answer", "Decide"]\n}\n', 'a JSON file'],
  ['a table with commas', 'Step,Who,Time\n1,Agent,20s\n2,Lead,\n', 'a table with commas (CSV)'],
  [
    'a table with semicolons',
    'Schritt;Wer;Dauer\n1;Agent;20s\n2;"Lead; Team";1h\n',
    'a table with semicolons (CSV)',
  ],
  ['cells of a spreadsheet', 'Step\tWho\tTime\nAnswer\tAgent\t20s\n', 'a table from a spreadsheet'],
  ['a table in bars', '| Step | Who |\n|------|-----|\n| Answer | Agent |\n', 'a table'],
  ['rich text', '{\\rtf1\\ansi flow complaint "Complaint"}\n', 'a document in Rich Text Format'],
];

describe('what was pasted from another program', () => {
  it.each(pasted.map(([name, text, told]) => ({ name, text, told })))(
    '$name: is one finding that says what it is',
    ({ text, told }) => {
      const found = lintText(text);
      expect(found.map(({ code }) => code)).toEqual(['other-notation']);
      expect(found[0]?.message).toContain(told);
      expect(found[0]?.help).toBeTruthy();
    },
  );

  it('is one finding behind the head of a flow too, and the flows behind it are judged', () => {
    const text = `flow one "One"

flowchart TD
  A[Customer calls] --> B{Known?}
  B -->|Yes| C[Answer]

flow two "Two"
touchpoint phone "Customer calls"
setp answer "Answer"
end done "Done"
`;
    const codes = lintText(text).map(({ code }) => code);
    expect(codes).toEqual(['other-notation', 'misspelt-word']);
  });

  it('is never seen in a flow, whatever its labels say', () => {
    const text = `flow one "graph TD, A --> B"
purpose """
  a,b,c
  d,e,f
  """
audience "a", "b", "c"
touchpoint phone "Customer calls"
step a "A" to customer, lead, other
end done "Done"
`;
    expect(parse({ path: 'a.flow', text }).diagnostics).toEqual([]);
  });
});

describe('a file in which no flow stands', () => {
  it.each([
    ['nothing', '', 'This file is empty'],
    ['blank lines', '\n \n', 'This file is empty'],
    ['comments', '# To be written\n', 'There is no flow in this file'],
  ])('%s: is told, with what to write', (_, text, message) => {
    const found = lintText(text);
    expect(found).toMatchObject([{ code: 'no-flow', severity: 'info', message }]);
    expect(found[0]?.help).toContain('flow refund "Return and refund"');
  });
});
