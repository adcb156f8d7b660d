import { exponentOf } from '@meridian/platform/values/currency';
import { isLocalDate } from '@meridian/platform/values/local-date';
import type { IntakeMoney } from '@meridian/schema/contracts/record';

/** Texts that stand for "no value" in one source or another. */
const blanks = new Set(['', '\\N', 'NULL', 'N/A', 'NA', 'None', 'nan', 'NaN']);

/** The text, or undefined where the source left it out. */
export const parseText = (text: string): string | undefined => (blanks.has(text) ? undefined : text);

const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?$/;
const withThousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;
const withContinentalThousands = /^[+-]?\d{1,3}(\.\d{3})*,\d{1,2}$/;

/**
 * Digits with a decimal point, without signs of currencies and thousands: `$1,150.00` → `1150.00`, `1.150,50 €` → `1150.50`,
 * `S$ 90` → `90`. Undefined for what is no number.
 */
export const normaliseNumber = (text: string): string | undefined => {
  const bare = text.replace(/^\(?[A-Z]{0,3}\p{Sc}|\p{Sc}|^[A-Z]{3}(?=[\s\d])|[A-Z]{3}\)?$|[\s\u00a0\u202f'’_]/gu, '');
  if (withThousands.test(bare)) return bare.replaceAll(',', '');
  if (withContinentalThousands.test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  return plainNumber.test(bare) ? bare : undefined;
};

/** A number, written in any way that {@link normaliseNumber} reads. */
export const parseNumber = (text: string): number | undefined => {
  const digits = normaliseNumber(text);
  return digits === undefined ? undefined : Number(digits);
};

/** A whole number; `5.0` is one, `5.5` is not. */
export const parseWhole = (text: string): number | undefined => {
  const number = parseNumber(text);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
};

const maxMinor = 100_000_000_000;

/** An amount of a currency, rounded half up once to its digits. Undefined for what is no number or absurdly large. */
export const parseMoney = (text: string, currency: string): IntakeMoney | undefined => {
  const digits = normaliseNumber(text);
  if (digits === undefined) return undefined;
  // Through the decimal exponent, because 1.005 * 100 is 100.49999999999999.
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  const minor =
    Math.sign(Number(digits)) * Math.round(Math.abs(Number(`${mantissa}e${Number(exponent) + exponentOf(currency)}`)));
  return Math.abs(minor) <= maxMinor ? { minor: minor === 0 ? 0 : minor, currency } : undefined;
};

/** A day that exists, as `2026-11-20`. No other way of writing it: 03/04 is another day here than there. */
export const parseDate = (text: string): string | undefined => (isLocalDate(text) ? text : undefined);

/** `t`, `true`, `True`, `yes`, `Y`, `1` and their opposites. */
export const parseFlag = (text: string): boolean | undefined => {
  const lower = text.toLowerCase();
  if (['t', 'true', 'yes', 'y', '1'].includes(lower)) return true;
  return ['f', 'false', 'no', 'n', '0'].includes(lower) ? false : undefined;
};

/** A point on the earth, in degrees. Undefined for what is none. */
export const parseCoordinates = (
  latitude: string,
  longitude: string,
): { latitude: number; longitude: number } | undefined => {
  const [north, east] = [parseNumber(latitude), parseNumber(longitude)];
  if (north === undefined || east === undefined || Math.abs(north) > 90 || Math.abs(east) > 180) return undefined;
  return { latitude: north, longitude: east };
};

const breaks = /<\s*(br|\/p|\/div|\/li)\s*\/?>/gi;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** Plain text of a description: line breaks for `<br />`, no other tags, at most `maxLength` characters. */
export const plainText = (text: string, maxLength: number): string | undefined => {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(breaks, '\n')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return parseText(plain.length > maxLength ? `${plain.slice(0, maxLength - 1).trimEnd()}…` : plain);
};
