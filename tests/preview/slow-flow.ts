/** A flow whose chart takes many seconds to lay out: everything leads everywhere. */
export function slowFlow(id: string): string {
  const count = 1500;
  const steps = Array.from(
    { length: count },
    (_, at) =>
      `step do-${at} "Do ${at}"\nif ask-${at}? "Is ${at} right?" -> do-${(at * 7919) % count} max 3 then -> end\n`,
  );
  return `flow ${id}\ntouchpoint phone "Customer calls"\n${steps.join('')}end done "Done"\n`;
}
