/** What rules are about, in the order of the documentation. The rules of a chapter stand in `rules/<name>/`. */
export const chapters = [
  { name: 'correctness', title: 'Correctness', about: 'what can’t be right, whatever was meant' },
  { name: 'completeness', title: 'Completeness', about: 'what is missing, so that people have to guess' },
  { name: 'service', title: 'Service', about: 'what the customer goes through' },
  { name: 'clarity', title: 'Clarity', about: 'what makes a chart hard to read' },
  { name: 'hygiene', title: 'Hygiene', about: 'what is left over' },
] as const;

/** The name of a chapter, and of the folder of its rules. */
export type ChapterName = (typeof chapters)[number]['name'];
