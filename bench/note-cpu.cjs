// Preloaded into flowc by cpu-time.ts: notes at the end of the process how much processor time it took, in µs. A
// thread has the figure of the whole process too, and writes it earlier.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(process.env.FLOWC_BENCH_CPU, String(user + system));
});
