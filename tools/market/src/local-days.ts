const dayInMs = 86_400_000;

/** Midnight in UTC of a local date, used only to count days. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayInMs;

export const dateOf = (day: number): string => new Date(day * dayInMs).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** All dates from `from` to `until`, both included; none when `until` is earlier. */
export const datesBetween = (from: string, until: string): string[] =>
  Array.from({ length: Math.max(daysBetween(from, until) + 1, 0) }, (_, index) => addDays(from, index));
