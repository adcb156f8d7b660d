import { type LocalDate, nightsOf } from '@meridian/platform/values/local-date';

/** What is scarce, and how much of it there is before anything is sold. */
export type StockUnit = Readonly<{ resource: string; units: number }>;

/**
 * How a listing uses stock. A flight needs every segment of one cabin on its date; a stay or a car has units per date, of one or
 * more kinds that stand in for each other.
 */
export type StockPlan =
  | Readonly<{ kind: 'JOURNEY'; cabins: readonly Readonly<{ cabin: string; segments: readonly JourneySegment[] }>[] }>
  | Readonly<{
      kind: 'DATES';
      units: readonly StockUnit[];
      /** The day after the last for which it can be had, where any day in between will do, as with a car. */
      until: LocalDate | null;
    }>;

/** A segment of a journey: so many seats of a cabin on a date. */
export type JourneySegment = StockUnit & Readonly<{ slot: LocalDate }>;

/** What remains of a resource on a date, as far as it was told. */
export type StockLevel = Readonly<{ resource: string; slot: LocalDate; remaining: number }>;

/** Looks up what remains; undefined where no change was ever told. */
export type Levels = (resource: string, slot: LocalDate) => number | undefined;

/** Looks levels up in a list of them. */
export const levelsFrom = (levels: readonly StockLevel[]): Levels => {
  const known = new Map(levels.map((level) => [`${level.resource}\n${level.slot}`, level.remaining]));
  return (resource, slot) => known.get(`${resource}\n${slot}`);
};

/** Every resource that the plan uses, without repetition. */
export const resourcesOf = (plan: StockPlan): string[] => [
  ...new Set(
    plan.kind === 'JOURNEY'
      ? plan.cabins.flatMap(({ segments }) => segments.map(({ resource }) => resource))
      : plan.units.map(({ resource }) => resource),
  ),
];

/** Seats of a cabin through all segments: the scarcest one decides. */
const seatsLeft = (segments: readonly JourneySegment[], levels: Levels): number =>
  Math.min(...segments.map(({ resource, slot, units }) => levels(resource, slot) ?? units));

const unitsLeftOn = (units: readonly StockUnit[], slot: LocalDate, levels: Levels): number =>
  units.reduce((total, { resource, units: all }) => total + (levels(resource, slot) ?? all), 0);

/**
 * What can still be had of a listing. A flight: the seats of all cabins. A stay or a car: the units on the scarcest upcoming date
 * of which a change was told, or all of them when none was.
 *
 * @param slots dates from today on for which levels are known
 */
export function unitsLeft(plan: StockPlan, levels: Levels, slots: readonly LocalDate[]): number {
  if (plan.kind === 'JOURNEY') {
    return plan.cabins.reduce((total, { segments }) => total + seatsLeft(segments, levels), 0);
  }
  const all = plan.units.reduce((total, { units }) => total + units, 0);
  return Math.min(all, ...slots.map((slot) => unitsLeftOn(plan.units, slot, levels)));
}

/** More days than this are not looked at: a car that is free on one of them is not sold out. */
const mostDays = 120;

/** What is left for the very thing that a deal is about: a cabin, a night, or the best day of a hire; with what there was at first. */
export function unitsForDeal(
  plan: StockPlan,
  of: Readonly<{ cabin: string | null; slot: LocalDate }>,
  levels: Levels,
): Readonly<{ left: number; of: number }> {
  if (plan.kind === 'DATES') {
    const all = plan.units.reduce((total, { units }) => total + units, 0);
    const days = plan.until === null ? [of.slot] : nightsOf(of.slot, plan.until).slice(0, mostDays);
    return { left: Math.max(0, ...days.map((day) => unitsLeftOn(plan.units, day, levels))), of: all };
  }
  const segments = plan.cabins.find(({ cabin }) => cabin === of.cabin)?.segments ?? [];
  if (segments.length === 0) return { left: 0, of: 0 };
  return { left: seatsLeft(segments, levels), of: Math.min(...segments.map(({ units }) => units)) };
}
