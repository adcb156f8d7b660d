/** The calendar day on the reader's own clock, `YYYY-MM-DD`: where searches may begin. */
export const today = (now: Date = new Date()): string =>
  [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');

/** The day so many days behind another one. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a day is over on the reader's own clock. */
export const isPast = (day: string | undefined): boolean => day !== undefined && day < today();

/** What a form says of a day that is over. */
export const pastDaySentence = 'Choose a day from today on.';
