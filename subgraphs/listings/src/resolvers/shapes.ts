import type { Converter } from '@meridian/platform/values/exchange';
import { money, toDecimal } from '@meridian/platform/values/money';
import type { PriceLine } from '../domain/price.ts';
import type { Facet, PriceFacet } from '../domain/search/facets.ts';

/** Money as the schema has it. */
export const toMoney = (minor: number, currency: string) => ({ amount: toDecimal(money(minor, currency)), currency });

/** A tax as owners give it: per mille inside, per cent with at most one digit outside. */
export const toPercent = (perMille: number): number => perMille / 10;

/** A length of time in ISO 8601: `PT7H30M`. */
export function toDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `PT${rest}M`;
  return rest === 0 ? `PT${hours}H` : `PT${hours}H${rest}M`;
}

/** A local time to the minute: the seconds that a client sends mean nothing to a pick-up or drop-off. */
export const toMinute = (localDateTime: string): string => localDateTime.slice(0, 16);

/** A point as the schema has it. */
export const toLocation = ({ latitude, longitude }: Readonly<{ latitude: number; longitude: number }>) => ({
  latitude,
  longitude,
});

/** A host or vendor by name, with what a source tells of them. */
export const toHost = <Name extends string | null>(
  name: Name,
  { superhost = null, since = null }: Readonly<{ superhost?: boolean | null; since?: string | null }> = {},
) => (name === null ? null : { name, superhost, since });

/** A reference to what everybody may see of a person; null for who has none. */
export const toProfile = (id: string | null) => (id === null ? null : { __typename: 'PublicProfile' as const, id });

/** The lines of a price as the schema has them. */
export const toPriceLines = (lines: readonly PriceLine[], currency: string) =>
  lines.map(({ kind, label, amountMinor }) => ({ kind, label, amount: toMoney(amountMinor, currency) }));

/** A total in the searcher's currency, with its rate; null when no rate is known. */
export function toConverted(comparableMinor: number, from: string, converter: Converter) {
  const rate = converter.rate(from);
  if (rate === undefined || !Number.isFinite(comparableMinor)) return null;
  return { amount: toMoney(comparableMinor, converter.to), rate, asOf: converter.date };
}

/** Words that are written in capitals. */
const capitals = /\b(?:suv|tv|bbq|ac|usb|ev|hdtv)\b/g;

/** `PRIVATE_ROOM` is `Private room`, `SUV` stays what it is. */
export const inWords = (value: string): string => {
  const words = value
    .toLowerCase()
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(capitals, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Facets with their labels. */
export const toFacets = (facets: readonly Facet[], label: (value: string) => string = inWords) =>
  facets.map(({ value, count }) => ({ value, label: label(value), count }));

/** The spread of totals in the searcher's currency; null when there is none. */
export const toPriceFacet = (facet: PriceFacet | undefined, currency: string) =>
  facet === undefined
    ? null
    : {
        min: toMoney(facet.min, currency),
        max: toMoney(facet.max, currency),
        buckets: facet.buckets.map(({ from, until, count }) => ({
          from: toMoney(from, currency),
          until: toMoney(until, currency),
          count,
        })),
      };

type Unnulled<Input> = Input extends readonly (infer Item)[]
  ? readonly Unnulled<Item>[]
  : Input extends object
    ? { [Key in keyof Input as null extends Input[Key] ? never : Key]: Unnulled<Input[Key]> } & {
        [Key in keyof Input as null extends Input[Key] ? Key : never]?: Unnulled<NonNullable<Input[Key]>>;
      }
    : Input;

/** An input without its nulls: for our use cases, what is null was not said. */
export function withoutNulls<Input>(input: Input): Unnulled<Input> {
  if (Array.isArray(input)) return input.map(withoutNulls) as Unnulled<Input>;
  if (typeof input !== 'object' || input === null) return input as Unnulled<Input>;
  const said = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said.map(([key, value]) => [key, withoutNulls(value)])) as Unnulled<Input>;
}
