import { isLocalDate } from '@meridian/platform/values/local-date';
import { isVisible, nameOf } from '@meridian/platform/values/name';
import { parseNumber } from './parse-number.ts';

/** Texts that stand for "no value" in one source or another. */
const blanks = new Set(['', '\\N', 'NULL', 'N/A', 'NA', 'None', 'nan', 'NaN']);

/** A text on one line, as {@link nameOf} makes it, or undefined where the source left it out or nothing of it can be seen. */
export const parseText = (text: string): string | undefined => {
  const name = nameOf(text);
  return blanks.has(name) ? undefined : name;
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

/** Marks that turn the direction of writing, and control characters other than tab and line break. */
const unprintable = /[\u202A-\u202E\u2066-\u2069\uFFFD]|[^\P{Cc}\t\n]/gu;

/** Plain text of a description: line breaks for `<br />`, no other tags, at most `maxLength` characters. */
export const plainText = (text: string, maxLength: number): string | undefined => {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(breaks, '\n')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(unprintable, '')
    .trim();
  if (blanks.has(plain) || !isVisible(plain)) return undefined;
  return plain.length > maxLength ? `${plain.slice(0, maxLength - 1).trimEnd()}…` : plain;
};
