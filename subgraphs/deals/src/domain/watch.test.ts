import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { armed, atMost, below, type RuleState, startingAt, step, stepAt } from './watch.ts';

const readings = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(null)), { maxLength: 40 });
const limit = fc.integer({ min: 0, max: 20 });
const reading = (value: number | null, threshold: number) => ({ value, isCrossed: atMost(threshold) });

function run(values: readonly (number | null)[], threshold: number) {
  let state: RuleState = armed;
  return values.map((value) => {
    const { state: next, alert } = step(state, reading(value, threshold));
    state = next;
    return { value, alert, phase: state.phase };
  });
}

/** What the rule promises, said without a machine: since the last recovery, nothing as low was told before. */
const shouldAlert = (values: readonly (number | null)[], index: number, threshold: number): boolean => {
  const isBelow = (value: number | null | undefined): value is number =>
    typeof value === 'number' && value <= threshold;
  const value = values[index];
  if (!isBelow(value)) return false;
  const recovered = values.slice(0, index).findLastIndex((earlier) => !isBelow(earlier));
  return values.slice(recovered + 1, index).every((earlier) => isBelow(earlier) && earlier > value);
};

test('for any run of prices it alerts exactly at crossings and deeper drops', () => {
  fc.assert(
    fc.property(readings, limit, (values, threshold) => {
      for (const [index, { alert }] of run(values, threshold).entries())
        expect({ index, alert }).toEqual({ index, alert: shouldAlert(values, index, threshold) });
    }),
    { numRuns: 1_000 },
  );
});

test('it is triggered exactly while the price is at the threshold or below', () => {
  fc.assert(
    fc.property(readings, limit, (values, threshold) => {
      for (const { value, phase } of run(values, threshold))
        expect(phase).toBe(value !== null && value <= threshold ? 'TRIGGERED' : 'ARMED');
    }),
  );
});

test('the same prices twice in a row change nothing: a replay tells nothing new', () => {
  fc.assert(
    fc.property(readings, limit, (values, threshold) => {
      const once = run(values, threshold).filter(({ alert }) => alert).length;
      const doubled = run(
        values.flatMap((value) => [value, value]),
        threshold,
      ).filter(({ alert }) => alert).length;
      expect(doubled).toBe(once);
    }),
  );
});

test('starting below the threshold is no crossing, and later alerts are as if it had started there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), readings, limit, (start, values, threshold) => {
      let state = startingAt(reading(start, threshold));
      const alerts = values.filter((value) => {
        const next = step(state, reading(value, threshold));
        state = next.state;
        return next.alert;
      });
      const [, ...withStart] = run([start, ...values], threshold);
      expect(alerts).toEqual(withStart.filter(({ alert }) => alert).map(({ value }) => value));
    }),
  );
});

test('a reading from before the rule never alerts, and says where the rule starts', () => {
  const times = { at: 10, since: 11 };
  expect(stepAt(armed, reading(5, 8), times)).toEqual({ state: { phase: 'TRIGGERED', lowest: 5 }, alert: false });
  expect(stepAt(armed, reading(5, 8), { at: 11, since: 11 }).alert).toBe(true);
});

test('stock crosses below its limit, a price at its threshold', () => {
  expect([below(5)(5), below(5)(4), atMost(5)(5), atMost(5)(6)]).toEqual([false, true, true, false]);
});
