/** Done and clean; findings of severity error, or stale output; used wrongly, or nothing to read; a defect of flowc. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, defect: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
