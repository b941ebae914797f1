import type { FlowRef } from './process.ts';

/** One text for each flow of a project, by its file and its name; for a process its own. */
export const flowKey = ({ id, path = '' }: FlowRef): string => `${path}\n${id}`;
