import { createStore, type OwnStore } from '../state/store.ts';

/** How somebody reads amounts, dates and times, as their profile says. What a stranger's does not say is open. */
export type Reading = Readonly<{
  /** A BCP 47 tag; the browser's own where there is none. */
  locale?: string | undefined;
  /** The ISO 4217 code of the currency in which prices are compared. */
  currency?: string | undefined;
}>;

/** How a stranger reads. */
export const asStranger: Reading = {};

/** How whoever uses this page reads. All formats follow it; what is drawn already does not. */
export const reading: OwnStore<Reading> = createStore(asStranger);

/** The locale that formats follow unless they are given one; nothing where it is the browser's own. */
export const readingLocale = (): string | undefined => reading.get().locale;

/** What the graph compares in where nobody says otherwise. */
const usualCurrency = 'USD';

/** The currency in which searches compare prices. */
export const readingCurrency = (): string => reading.get().currency ?? usualCurrency;

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** The browser's own locale. */
const ownLocale = (): string => new Intl.NumberFormat().resolvedOptions().locale;

/** `en` says nothing that a browser of `en-GB` does not know better. */
function saysMore(tag: string): boolean {
  const { language, region, script } = new Intl.Locale(tag);
  return region !== undefined || script !== undefined || language !== new Intl.Locale(ownLocale()).language;
}

/** What a profile, or an earlier page's note of one, says: a tag that no browser reads would stop every format. */
export const readingOf = ({ locale, currency }: Readonly<{ locale?: unknown; currency?: unknown }>): Reading => ({
  locale: typeof locale === 'string' && isLocale(locale) && saysMore(locale) ? locale : undefined,
  currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
});

/** `en` and `en-US` write alike. */
const meant = (locale: string = ownLocale()): string => new Intl.Locale(locale).maximize().toString();

/** Whether two readings show the same: nothing is drawn anew then. */
export const readsAlike = (one: Reading, other: Reading): boolean =>
  meant(one.locale) === meant(other.locale) && (one.currency ?? usualCurrency) === (other.currency ?? usualCurrency);
