import { isVisible } from './name.ts';

/** What a text may be: its length is counted in characters as people see them, after trimming. */
export type TextRule = Readonly<{ minLength?: number; maxLength: number }>;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function lengthOf(text: string): number {
  let count = 0;
  for (const _ of characters.segment(text)) count += 1;
  return count;
}

// Control characters other than tab and line break have no place in a text of a person; U+FFFD marks a broken encoding. Marks that
// turn the direction of writing can make a text look like another one (Unicode Technical Report 36, section 2.5).
const unprintable = /[^\P{Cc}\t\n\r]|\uFFFD|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u;

/** Whether a text, once trimmed, has a length within the rule and only characters that can be shown. */
export function isText(value: unknown, rule: TextRule): value is string {
  if (typeof value !== 'string' || unprintable.test(value)) return false;
  // A character as people see it has at least one code unit: a text of megabytes is refused before it is segmented.
  if (value.length > rule.maxLength * 16) return false;
  const length = isVisible(value) ? lengthOf(value.trim()) : 0;
  return length >= (rule.minLength ?? 0) && length <= rule.maxLength;
}

// One @, an atom of RFC 5322 before it, at least two DNS labels behind it. Quoted local parts and address literals are left out:
// no mail service hands them out, and they are the usual way to smuggle a header.
const emailPattern =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** Whether a text has the form of a mail address, within the lengths of RFC 5321 (64 before the @, 254 in all). */
export function isEmail(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 254 && value.indexOf('@') <= 64 && emailPattern.test(value);
}

/** Whether a text is a time of the day on a clock, `HH:MM`, from `00:00` to `23:59`. */
export const isClock = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);

/** Whether a text has the form of an IATA airport code: three capital letters. Whether it exists, a table of airports knows. */
export const isIataAirportCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value);

/** Whether a text has the form of an IATA airline designator: two letters or digits, not two digits. Source: IATA Resolution 762. */
export const isIataAirlineCode = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[A-Z][A-Z0-9]|[0-9][A-Z])$/.test(value);

/** The states, the district, the territories and the armed forces' regions. Source: USPS Publication 28, appendix B. */
const usStates: ReadonlySet<string> = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC ' +
    'SD TN TX UT VT VA WA WV WI WY DC AS FM GU MH MP PR PW VI AA AE AP'
  ).split(' '),
);

/** Whether a text is the two-letter code of a state as the US mail knows it, in capitals. */
export const isUsState = (value: unknown): value is string => typeof value === 'string' && usStates.has(value);

/** Whether a text is a ZIP code, `10001`, or ZIP+4, `10001-1234`. */
export const isUsZipCode = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{5}(?:-\d{4})?$/.test(value);

/** Whether a text is a telephone number in the international form: a plus and 7 to 15 digits. Source: ITU-T E.164. */
export const isPhoneNumber = (value: unknown): value is string =>
  typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value);
