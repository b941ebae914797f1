import { availableParallelism, loadavg, totalmem } from 'node:os';

/** When and on what kind of machine something was measured: what a reader needs to compare, and no more. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memory} GB, Node.js ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
