import { groupBy } from './group-by.ts';
/** How many events of a type came in on a day. */
export type EventCount = Readonly<{ date: string; topic: string; type: string; count: number }>;

type Steps = Readonly<{ searches: number; listingViews: number; holds: number; bookings: number }>;
/** The steps of one day (UTC). */
export type LookToBookDay = Steps & Readonly<{ date: string }>;
/** The steps of all days together and of each. A ratio is null where nothing could be divided by. */
export type LookToBook = Steps &
  Readonly<{ bookingsPerSearch: number | null; bookingsPerView: number | null; days: readonly LookToBookDay[] }>;

const typeOfStep = {
  searches: 'search.performed',
  listingViews: 'listing.viewed',
  holds: 'booking.held',
  bookings: 'booking.confirmed',
} as const;

/** The types whose counts are the steps from a search to a booking. */
export const lookToBookTypes: readonly string[] = Object.values(typeOfStep);

function stepsOf(counts: readonly EventCount[]): Steps {
  const count = (type: string) =>
    counts.filter((each) => each.type === type).reduce((total, each) => total + each.count, 0);
  return {
    searches: count(typeOfStep.searches),
    listingViews: count(typeOfStep.listingViews),
    holds: count(typeOfStep.holds),
    bookings: count(typeOfStep.bookings),
  };
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The way from searching to booking, in all and for each of the given days. */
export function lookToBook(days: readonly string[], counts: readonly EventCount[]): LookToBook {
  const byDay = groupBy(counts, ({ date }) => date);
  const total = stepsOf(counts);
  return {
    ...total,
    bookingsPerSearch: ratio(total.bookings, total.searches),
    bookingsPerView: ratio(total.bookings, total.listingViews),
    days: days.map((date) => ({ date, ...stepsOf(byDay.get(date) ?? []) })),
  };
}
