import { describe, expect, test } from '@jest/globals';
import { createManualClock } from '../time/manual-clock.ts';
import { createIds, createSequentialIds } from './ids.ts';

describe('ids', () => {
  test('are a prefix and 22 letters and digits', () => {
    const id = createIds().next('bkg');
    expect(id).toMatch(/^bkg_[0-9A-Za-z]{22}$/);
  });

  test('10,000 ids of one millisecond differ and sort in the order in which they were made', () => {
    const ids = createIds({ clock: createManualClock(1_790_000_000_000) });
    const made = Array.from({ length: 10_000 }, () => ids.next('bkg'));
    expect(new Set(made).size).toBe(10_000);
    expect([...made].sort((a, b) => (a < b ? -1 : 1))).toEqual(made);
  });

  test('a clock that runs back does not break the order', () => {
    const clock = createManualClock(2_000_000);
    const ids = createIds({ clock });
    const first = ids.next('bkg');
    clock.set(1_000_000);
    const second = ids.next('bkg');
    clock.set(3_000_000);
    expect(first < second && second < ids.next('bkg')).toBe(true);
  });

  test('two sources of the same millisecond do not meet', () => {
    const clock = createManualClock(5);
    const [one, other] = [createIds({ clock }), createIds({ clock })];
    const made = Array.from({ length: 2_000 }, (_, index) => (index % 2 === 0 ? one : other).next('bkg'));
    expect(new Set(made).size).toBe(2_000);
  });

  test('sequential ids count per prefix', () => {
    const ids = createSequentialIds();
    expect([ids.next('bkg'), ids.next('bkg'), ids.next('usr')]).toEqual([
      'bkg_0000000000000000000001',
      'bkg_0000000000000000000002',
      'usr_0000000000000000000001',
    ]);
  });

  test.each(['', 'b', 'BKG', 'bkg_', 'abcdef', 'b1'])('refuses the prefix "%s"', (prefix) => {
    expect(() => createIds().next(prefix)).toThrow('An id prefix is two to five lower-case letters');
  });
});
