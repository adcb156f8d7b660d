import { parseNumber } from '../values/parse-number.ts';

/** What Inside Airbnb's titles of 2023 tell: `Villa in Singapore · ★4.44 · 2 bedrooms · 3 beds · 1 private bath`. */
export type TitleFacts = Readonly<{
  name: string;
  kind?: string;
  place?: string;
  rating?: number;
  bedrooms?: number;
  beds?: number;
  baths?: number;
}>;

/** `1.5 shared baths`, `Half-bath`, `Shared half-bath`, `0 baths`. */
export const parseBaths = (text: string): number | undefined => {
  if (/half-bath/i.test(text) && !/\d/.test(text)) return 0.5;
  const count = /^(\d+(?:\.\d+)?)(?:\s+\w+)?\s+baths?$/i.exec(text.trim());
  return count === null ? undefined : parseNumber(count[1] ?? '');
};

const countIn = (parts: readonly string[], pattern: RegExp): number | undefined => {
  for (const part of parts) {
    const match = pattern.exec(part);
    if (match !== null) return parseNumber(match[1] ?? '');
  }
  return undefined;
};

const given = <Key extends string>(key: Key, value: number | undefined): Partial<Record<Key, number>> =>
  value === undefined ? {} : ({ [key]: value } as Record<Key, number>);

/** Reads a title. One of another year, which is the host's own text, gives its whole text as the name and nothing else. */
export const readTitle = (title: string): TitleFacts => {
  const parts = title.split(' · ').map((part) => part.trim());
  const [first = '', ...facts] = parts;
  const inPlace = /^(.+?) in (.+)$/.exec(first);
  if (facts.length === 0 || inPlace === null) return { name: title.trim() };
  const isStudio = facts.some((part) => /^studio$/i.test(part));
  const baths = facts.map(parseBaths).find((count) => count !== undefined);
  return {
    name: first,
    kind: inPlace[1] ?? '',
    place: inPlace[2] ?? '',
    ...given('rating', countIn(facts, /^★(\d(?:\.\d+)?)$/)),
    ...given('bedrooms', isStudio ? 0 : countIn(facts, /^(\d+) bedrooms?$/)),
    ...given('beds', countIn(facts, /^(\d+) beds?$/)),
    ...given('baths', baths),
  };
};
