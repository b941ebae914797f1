/** The rules by what they are about, in the order of the documentation; each chapter begins with the rule named. */
export const chapters = [
  { title: 'Correctness', from: 'unreachable-node', about: 'what can’t be right, whatever was meant' },
  { title: 'Completeness', from: 'no-touchpoint', about: 'what is missing, so that people have to guess' },
  { title: 'Service', from: 'no-escalation-path', about: 'what the customer goes through' },
  { title: 'Clarity', from: 'too-large', about: 'what makes a chart hard to read' },
  { title: 'Hygiene', from: 'unused-suppression', about: 'what is left over' },
] as const;
