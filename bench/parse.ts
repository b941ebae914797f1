/**
 * How fast files are read: 100,000 lines of a service process, the first time and once warm.
 * Run: npx node bench/parse.ts
 */
import { parse } from '../src/syntax/parse.ts';

const lines = 100_000;
const rounds = 12;

const part = (number: number): string => `
# Part ${number}
step answer-${number} "Answer the call number ${number}" by agent to customer within 20s
step account-${number} "Open the customer's account" by agent using crm takes 30s..2min
if stock-${number}? "Product in stock?" 85% {
  step reserve-${number} "Reserve the product" by store within 1h30min
} else if gone-${number}? "Product discontinued?" -> alternative-${number}
else -> "Take a back-order" by agent -> backorder-${number}
wait restock-${number} "Wait for new stock" within 2w
  timeout -> alternative-${number}
step alternative-${number} "Offer a similar product" by agent
  say "Thank you. You will get the tracking number by email."
choose kind-${number}? "What kind of request?" {
  when "Question" 20% -> answer-${number} max 3 then -> end
  otherwise { step backorder-${number} }
}
-> answer-${number}
`;

const head = 'flow bench "Benchmark"\nrole agent "Agent"\nrole store\nsystem crm\ntouchpoint phone "Call"\n';
let text = head;
for (let number = 1, count = 5; count < lines; number++, count += 17) text += part(number);
const count = text.split('\n').length;

const times: number[] = [];
const cpuTimes: number[] = [];
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  const cpu = process.threadCpuUsage();
  const { diagnostics } = parse({ path: 'bench.flow', text });
  times.push(performance.now() - start);
  const { user, system } = process.threadCpuUsage(cpu);
  cpuTimes.push((user + system) / 1000);
  if (diagnostics.length > 0) throw new Error(diagnostics[0]?.message);
}
const perSecond = (milliseconds: number): string =>
  `${Math.round(milliseconds)} ms, ${Math.round((count / milliseconds) * 1000).toLocaleString('en')} lines a second`;
const median = (list: readonly number[]): number =>
  list.slice(3).sort((a, b) => a - b)[(rounds - 3) >> 1] ?? 0;
console.log(`${count.toLocaleString('en')} lines, ${(text.length / 1e6).toFixed(1)} MB`);
console.log(`cold: ${perSecond(times[0] ?? 0)}`);
console.log(`warm: ${perSecond(median(times))} (median of ${rounds - 3})`);
// On a machine that does other work too, what this thread did says more than the clock.
console.log(`warm, time of the thread: ${perSecond(median(cpuTimes))}`);
