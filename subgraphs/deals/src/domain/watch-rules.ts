import { isCountryCode } from '@meridian/platform/values/country';
import { type CurrencyCode, isCurrencyCode } from '@meridian/platform/values/currency';
import { fromDecimal } from '@meridian/platform/values/money';
import type { Problem } from '@meridian/platform/values/problems';
import { isIataAirportCode, isText } from '@meridian/platform/values/validation';
import type { Cabin, CarClass, ListingKind, StayType } from './listing-facts.ts';
import type { Amount } from './price-watch.ts';
import type { SavedSearch } from './saved-search.ts';

/** What a caller wrote; fields that do not belong to the kind are problems, not ignored. */
export type SearchInput = Readonly<{
  kind: ListingKind;
  origin?: string | null | undefined;
  destination?: string | null | undefined;
  cabin?: Cabin | null | undefined;
  maxStops?: number | null | undefined;
  city?: string | null | undefined;
  countryCode?: string | null | undefined;
  stayType?: StayType | null | undefined;
  carClass?: CarClass | null | undefined;
}>;
/** An amount as a caller writes it: decimal text in the currency's major unit. */
export type LimitInput = Readonly<{ amount: string; currency: string }>;

const highestStock = 1_000;
/** In units of the currency; more than anything costs. */
const highestThreshold = 1_000_000_000;

/** A value, or what is wrong with it. */
export type Checked<Value> = Readonly<{ value: Value | null; problems: readonly Problem[] }>;

const fine = <Value>(value: Value): Checked<Value> => ({ value, problems: [] });
const wrong = (path: readonly string[], message: string): Checked<never> => ({
  value: null,
  problems: [{ path, message }],
});

/** A threshold: above zero, with no more digits than its currency has. */
export function checkThreshold(input: LimitInput | null | undefined, path: readonly string[]): Checked<Amount> {
  if (!input) return { value: null, problems: [] };
  if (!isCurrencyCode(input.currency)) return wrong([...path, 'currency'], 'Use an ISO 4217 code, such as EUR.');
  const currency: CurrencyCode = input.currency;
  const amount = fromDecimal(input.amount, currency);
  const place = [...path, 'amount'];
  if (amount === undefined) return wrong(place, `Use a decimal number with the digits that ${currency} has.`);
  if (amount.minor <= 0) return wrong(place, 'Use an amount above zero.');
  if (Number(input.amount) > highestThreshold) return wrong(place, 'Use an amount that something could cost.');
  return fine({ minor: amount.minor, currency });
}

/** A limit of stock, 1 to 1,000. */
export function checkStockBelow(value: number | null | undefined, path: readonly string[]): Checked<number> {
  if (value === null || value === undefined) return { value: null, problems: [] };
  return Number.isInteger(value) && value >= 1 && value <= highestStock
    ? fine(value)
    : wrong(path, `Use a whole number from 1 to ${highestStock}.`);
}

/** Where in the arguments a search stands, and those airports of {@link airportsIn} that there are. */
export type SearchSurroundings = Readonly<{ path: readonly string[]; airports: ReadonlySet<string> }>;

/** The airports that a search of flights names, whether they exist or not. */
export const airportsIn = ({ kind, origin, destination }: SearchInput): string[] =>
  kind === 'FLIGHT' ? [origin, destination].filter(isIataAirportCode) : [];

function airportProblems(input: SearchInput, { path, airports }: SearchSurroundings): Problem[] {
  const { origin, destination } = input;
  const problems: Problem[] = [];
  if (!isIataAirportCode(origin))
    problems.push({ path: [...path, 'origin'], message: 'Name the airport of departure.' });
  if (!isIataAirportCode(destination) || destination === origin)
    problems.push({ path: [...path, 'destination'], message: 'Name another airport, that of arrival.' });
  for (const field of ['origin', 'destination'] as const) {
    const code = input[field];
    if (isIataAirportCode(code) && !airports.has(code))
      problems.push({ path: [...path, field], message: `No airport is known as ${code}.` });
  }
  return problems;
}

function checkFlightSearch(input: SearchInput, of: SearchSurroundings): Checked<SavedSearch> {
  const { path } = of;
  const { origin, destination, cabin, maxStops } = input;
  const problems = airportProblems(input, of);
  if (typeof maxStops === 'number' && !(maxStops >= 0 && maxStops <= 2))
    problems.push({ path: [...path, 'maxStops'], message: 'Use 0, 1 or 2, or leave it out.' });
  for (const field of ['city', 'countryCode', 'stayType', 'carClass'] as const)
    if (input[field])
      problems.push({ path: [...path, field], message: 'Leave it out: it does not belong to flights.' });
  if (problems.length > 0 || !origin || !destination) return { value: null, problems };
  return fine({ kind: 'FLIGHT', origin, destination, cabin: cabin ?? 'ECONOMY', maxStops: maxStops ?? null });
}

function checkPlaceSearch(input: SearchInput, path: readonly string[]): Checked<SavedSearch> {
  const kind = input.kind === 'STAY' ? 'STAY' : 'CAR';
  const foreign = kind === 'STAY' ? 'carClass' : 'stayType';
  const { city, countryCode } = input;
  const problems: Problem[] = [];
  if (!isText(city, { minLength: 1, maxLength: 100 }))
    problems.push({ path: [...path, 'city'], message: 'Name the city, with at most 100 characters.' });
  if (countryCode && !isCountryCode(countryCode))
    problems.push({ path: [...path, 'countryCode'], message: 'Use an ISO 3166-1 code, such as SG.' });
  for (const field of ['origin', 'destination', 'cabin', 'maxStops', foreign] as const)
    if (input[field] !== null && input[field] !== undefined)
      problems.push({
        path: [...path, field],
        message: `Leave it out: it does not belong to a ${kind.toLowerCase()}.`,
      });
  if (problems.length > 0 || !city) return { value: null, problems };
  const place = { city: city.trim(), countryCode: countryCode ?? null };
  return fine(
    kind === 'STAY'
      ? { kind, ...place, variant: input.stayType ?? null }
      : { kind, ...place, variant: input.carClass ?? null },
  );
}

/** A search to watch: what its kind needs, and nothing that belongs to another kind. */
export const checkSearch = (input: SearchInput, of: SearchSurroundings): Checked<SavedSearch> =>
  input.kind === 'FLIGHT' ? checkFlightSearch(input, of) : checkPlaceSearch(input, of.path);
