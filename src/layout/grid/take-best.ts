import type { Deadline } from '../deadline.ts';
import { scoreChart } from '../score-chart.ts';
import type { Measured } from './phases.ts';

/** Takes the chart with the best score; the first of those that are alike. */
export function takeBest(charts: readonly Measured[], deadline: Deadline): Measured {
  const [first, ...others] = charts;
  if (first === undefined) throw new Error('there is always a way to route edges');
  if (others.length === 0) return first;
  const scoreOf = ({ chart, placed }: Measured): number => scoreChart(chart, placed, deadline).score;
  let best = { chart: first, score: scoreOf(first) };
  for (const chart of others) {
    const score = scoreOf(chart);
    if (score < best.score) best = { chart, score };
  }
  return best.chart;
}
