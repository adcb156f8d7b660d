import { type LocalDate, todayIn } from '@meridian/platform/values/local-date';

/** The date in a zone at one instant (epoch milliseconds). Each zone is computed once: thousands of listings have a handful of them. */
export function createTodays(now: number): (timeZone: string) => LocalDate {
  const known = new Map<string, LocalDate>();
  return (timeZone) => {
    const today = known.get(timeZone) ?? todayIn(timeZone, now);
    known.set(timeZone, today);
    return today;
  };
}
