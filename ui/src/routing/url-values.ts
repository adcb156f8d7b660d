import * as z from 'zod/mini';

/**
 * Building blocks for the state that lives in an address. Addresses are edited by hand, cut by mail programs and kept for years: what
 * makes no sense is dropped, never an error.
 */
const absent = undefined;

/** An opaque id or code; long texts are no ids. */
export const urlId = z.catch(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))), absent);

const isCalendarDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** A calendar date that exists: `2027-02-30` is none. */
export const urlDate = z.catch(
  z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isCalendarDate))),
  absent,
);

/** A local time, `08:30`. */
export const urlClock = (fallback: string) => z.catch(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)), fallback);

/** A whole number within bounds; one beyond them counts as the nearest, and what is no whole number as `fallback`. */
export const urlCount = (minimum: number, maximum: number, fallback: number) =>
  z.catch(
    z.pipe(
      z.coerce.number().check(z.int()),
      z.transform((count) => Math.min(Math.max(count, minimum), maximum)),
    ),
    fallback,
  );

/** A positive amount without a currency, `249` or `249.90`. */
export const urlAmount = z.catch(
  z.optional(
    z.string().check(
      z.regex(/^\d{1,9}(\.\d{1,3})?$/),
      z.refine((text) => Number(text) > 0),
    ),
  ),
  absent,
);

/** One of several words. */
export const urlChoice = <const Words extends readonly [string, ...string[]]>(words: Words, fallback: Words[number]) =>
  z.catch(z.enum(words), fallback);

/** One of the words that these labels are written for, or nothing. */
export const urlKeyOf = <Word extends string>(labels: Readonly<Record<Word, unknown>>) =>
  z.catch(z.optional(z.custom<Word>((word) => typeof word === 'string' && Object.hasOwn(labels, word))), absent);

/** `true` or nothing. */
export const urlFlag = z.catch(
  z.optional(
    z.pipe(
      z.transform((value) => value === 'true' || value === true || undefined),
      z.custom<true | undefined>(),
    ),
  ),
  absent,
);

const mostEntries = 20;

/** Texts with commas between them; `isAllowed` drops foreign ones one by one. */
export const urlList = <Word extends string>(isAllowed: (text: string) => text is Word) =>
  z.catch(
    z.pipe(
      z.transform((value) => {
        const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
        return [...new Set(texts)].filter(isAllowed).slice(0, mostEntries);
      }),
      z.array(z.custom<Word>()),
    ),
    [],
  );

const longestId = 2000;

/** Any opaque id may stand in the list, long ones as well: an offer's id holds what it offers. */
export const anyId = (text: string): text is string => text.length > 0 && text.length <= longestId;

/** Any short word may stand in the list. */
export const anyWord = (text: string): text is string => text.length > 0 && text.length <= 60;

/** Only these words may stand in the list. */
export const oneOf =
  <const Word extends string>(words: readonly Word[]) =>
  (text: string): text is Word =>
    (words as readonly string[]).includes(text);
