import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLocalDateTime, isTimeZone, toInstant, toLocalDate, toLocalDateTime } from './zoned-time.ts';

const iso = (instantInMs: number) => new Date(instantInMs).toISOString();

describe('zoned time', () => {
  test('a local time in a gap moves later by the length of the gap', () => {
    expect(iso(toInstant('2026-03-29T02:30', 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
    expect(toLocalDateTime(toInstant('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
    // Lord Howe Island moves by half an hour.
    expect(toLocalDateTime(toInstant('2026-10-04T02:15', 'Australia/Lord_Howe'), 'Australia/Lord_Howe')).toBe(
      '2026-10-04T02:45',
    );
  });

  test('a local time that occurs twice is the earlier one', () => {
    expect(iso(toInstant('2026-10-25T02:30', 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(toInstant('2026-11-01T01:30:00', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  });

  test('every instant has a local time, and comes back from it, or an hour off when clocks show it twice', () => {
    const zone = fc.constantFrom(
      'Asia/Singapore',
      'America/New_York',
      'Europe/Berlin',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    );
    const minute = fc.integer({ min: 0, max: 66_000_000 });
    fc.assert(
      fc.property(minute, zone, (minutes, where) => {
        const back = toInstant(toLocalDateTime(minutes * 60_000, where), where);
        expect([0, 3_600_000]).toContain(minutes * 60_000 - back);
      }),
    );
  });

  test('dates follow the zone', () => {
    const instant = Date.parse('2026-12-31T18:00:00.999Z');
    expect(toLocalDate(instant, 'Asia/Tokyo')).toBe('2027-01-01');
    expect(toLocalDateTime(instant, 'Asia/Tokyo')).toBe('2027-01-01T03:00');
  });

  test.each(['UTC', 'Asia/Singapore', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is a zone', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  test.each(['', 'Mars/Olympus', '+08:00', 'Asia/Singapore ', 'a'.repeat(65), 8])('%j is no zone', (zone) => {
    expect([isTimeZone(zone), isTimeZone(zone)]).toEqual([false, false]);
  });

  test.each(['2026-11-20T14:05', '2024-02-29T00:00'])('%s is a local time', (text) => {
    expect(isLocalDateTime(text)).toBe(true);
  });

  test.each([
    '2026-11-20',
    '2026-11-20T24:00',
    '2026-11-20T14:05:00',
    '2026-02-29T10:00',
    '2026-11-20T14:05Z',
    '2026-11-20 14:05',
    '0000-01-01T00:00',
    5,
  ])('%j is no local time', (text) => {
    expect(isLocalDateTime(text)).toBe(false);
  });

  test('what is no time or no zone throws', () => {
    expect(() => toInstant('tomorrow', 'UTC')).toThrow(RangeError);
    expect(() => toInstant('2026-11-20T14:05', 'Mars/Olympus')).toThrow(RangeError);
  });
});
