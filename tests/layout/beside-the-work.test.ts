import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/layout/drawing.ts';
import { measure } from '../metrics.ts';
import { drawnEdge, drawnNode, drawnStage } from './drawn-parts.ts';
import { drawingOf } from './lay-out.ts';

const work = `
  touchpoint start
  step one
  step two
  step three
  step four
  end done`;
const path = ['start', 'one', 'two', 'three', 'four', 'done'];

const straightness = (drawing: Drawing): number => measure(drawing, path).costs.straightness;

describe('what may come at any time', () => {
  it.each([
    ['a long way back', 'anytime calls -> "Look" -> "Ask" -> "Think" -> "Answer" -> two'],
    ['an end', 'anytime cancels -> "Stop" -> "Refund" -> "Write" -> "Archive" -> end cancelled as failure'],
    ['the lead', 'late limit -> "Tell the lead" -> "Decide" -> "Help" -> one'],
    ['nothing', 'meanwhile every 30min { step a step b step c step d step e }'],
  ])('never pushes the usual way down: %s', async (_, entry) => {
    const alone = await drawingOf(work);
    const drawing = await drawingOf(`${entry}\n${work}`);
    expect(straightness(drawing)).toBe(1);
    // A row may be a little higher for what stands beside the work, but there are no more rows than without it.
    const height = (of: Drawing): number => drawnNode(of, 'done').y - drawnNode(of, 'start').y;
    expect(height(drawing) - height(alone)).toBeLessThan(40);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('comes back along the flow where the work is further down, and as a loop where it is not', async () => {
    const drawing = await drawingOf(`
      anytime changes -> "Note it" -> four
      anytime calls -> "Look it up" -> "Call back" -> one
      ${work}`);
    const back = (to: string): readonly boolean[] =>
      drawing.edges.filter((edge) => edge.to === to && !path.includes(edge.from)).map((edge) => edge.back);
    expect(back('four')).toEqual([false]);
    expect(back('one')).toEqual([true]);
  });

  it('stands at the top, however many touchpoints there are', async () => {
    const drawing = await drawingOf(`anytime cancels -> end cancelled\ntouchpoint mail -> one\n${work}`);
    for (const id of ['one', 'two', 'done'])
      expect(drawnNode(drawing, id).y).toBeGreaterThan(drawnNode(drawing, 'cancels').y);
  });

  it('stands in the frame of its stage, beside the work there, and what follows stands below the frame', async () => {
    const drawing = await drawingOf(`
      touchpoint start
      step one
      stage prepare {
        anytime cancels -> "Stop" -> "Refund" -> "Write" -> end cancelled as failure
        step two
      }
      step three
      end done`);
    const frame = drawnStage(drawing, 'prepare');
    expect(drawnNode(drawing, 'cancels').y).toBeGreaterThan(frame.y);
    expect(drawnNode(drawing, 'two').y).toBeLessThan(drawnNode(drawing, 'cancelled').y);
    expect(drawnNode(drawing, 'one').y).toBeLessThan(frame.y);
    expect(drawnNode(drawing, 'three').y).toBeGreaterThan(frame.y + frame.height);
    expect(measure(drawing, ['start', 'one', 'two', 'three', 'done']).costs.straightness).toBe(1);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('leaves stages beside each other that would be so without it', async () => {
    const drawing = await drawingOf(`
      touchpoint start
      step sort
      if kind? { stage old { anytime cancels -> "Stop" -> end cancelled  step a  step b } }
      else { stage new { step c  step d } }
      end done`);
    expect(drawnNode(drawing, 'c').y).toBeLessThan(drawnNode(drawing, 'b').y);
    expect(measure(drawing).faults).toEqual([]);
  });

  it('stands at the top too where the frames of stages decide the order', async () => {
    const drawing = await drawingOf(`
      touchpoint phone
      stage first { step a  if ask? -> later  step b }
      stage second { step c step later }
      -> b2
      stage third { step b2  if again? -> c }
      end done
      anytime cancels -> "Stop" -> "Refund" -> end cancelled as failure
      late limit -> "Tell the lead" -> c`);
    expect(drawnNode(drawing, 'cancels').y).toBeLessThan(drawnNode(drawing, 'b').y);
    expect(measure(drawing).faults).toEqual([]);
    expect(measure(drawing).costs.upward).toBe(0);
  });

  it('is no part of the work even where the work has no touchpoint', async () => {
    const drawing = await drawingOf('anytime cancels -> "Stop" -> one\nstep one\nstep two\nend done');
    expect(drawnEdge(drawing, 'one', 'two').points).toHaveLength(2);
    expect(drawing.edges.filter(({ to }) => to === 'one').map(({ back }) => back)).toEqual([true]);
  });
});

describe('what is done beside a step', () => {
  const flow = `
    touchpoint start
    step check within 2d
      meanwhile "Remind" after 1d -> "Write" -> "Note it"
      problem "Wrong" -> end wrong as failure
      timeout -> "Ask"
    end done as success`;

  it('stands beside it, and ends by itself', async () => {
    const drawing = await drawingOf(flow);
    const beside = drawing.edges.find(({ kind }) => kind === 'meanwhile');
    const write = drawnNode(drawing, beside?.to ?? '');
    expect(write.y).toBeGreaterThanOrEqual(drawnNode(drawing, 'start').y);
    expect(drawing.edges.filter(({ to }) => to === 'done').map(({ from }) => from)).not.toContain(write.id);
  });

  it('does not make a fan of the ways out of a step', async () => {
    const drawing = await drawingOf(flow);
    const { points } = drawing.edges.find(({ kind }) => kind === 'meanwhile') ?? { points: [] };
    expect(points[0]?.y).toBe(points[1]?.y);
  });
});

describe('a wait for events', () => {
  it('fans its events out, and sends what happens without them out by a side', async () => {
    const drawing = await drawingOf(`
      touchpoint start
      wait answer within 3d {
        when "Accepts" -> accepted
        when "Declines" -> end lost as failure
        when "Calls" -> "Talk"
        when "Writes" -> "Read"
        timeout "No answer" -> "Call"
      }
      step accepted
      end done`);
    const starts = (kind: string) =>
      drawing.edges
        .filter((edge) => edge.kind === kind)
        .map(({ points }) => `${points[0]?.x} ${points[0]?.y}`);
    expect(new Set(starts('when')).size).toBe(1);
    expect(starts('when')).not.toContain(starts('timeout')[0]);
    const wait = drawnNode(drawing, 'answer');
    expect(starts('timeout')[0]).toMatch(new RegExp(` ${wait.y + wait.height / 2}$`));
    expect(measure(drawing).faults).toEqual([]);
  });
});
