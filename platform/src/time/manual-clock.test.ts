import { describe, expect, test } from '@jest/globals';
import { createManualClock } from './manual-clock.ts';

describe('manual clock', () => {
  test('stands still until it is moved', () => {
    const clock = createManualClock(1_000);
    expect([clock.now(), clock.now()]).toEqual([1_000, 1_000]);
    clock.advance(250);
    expect(clock.now()).toBe(1_250);
    clock.set(10);
    expect(clock.now()).toBe(10);
  });

  test('refuses to advance backwards', () => {
    expect(() => createManualClock(0).advance(-1)).toThrow('not by -1');
    expect(() => createManualClock(0).advance(Number.NaN)).toThrow('not by NaN');
  });
});
