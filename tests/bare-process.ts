import type { Process } from '../src/model/process.ts';

/** What a process says of itself and declares, where it says nothing and declares nothing. */
export const bareProcess = {
  properties: {
    ...{ audience: [], promises: [], references: [], approved: [] },
    ...{ revised: [], measures: [], hours: [], fields: [] },
  },
  declarations: { roles: [], systems: [], requests: [], terms: [], parties: [], levels: [] },
} as const satisfies Pick<Process, 'properties' | 'declarations'>;
