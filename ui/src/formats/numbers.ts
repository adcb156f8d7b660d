import { keepFormats } from './keep-formats.ts';
import { readingLocale } from './reading.ts';

const numberFormat = keepFormats((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** `12345` → `12,345`, as the locale writes it. */
export const formatCount = (count: number, locale = readingLocale()): string => numberFormat(locale, {}).format(count);

/** `4` → `4.0`, as the locale writes it: a mean of stars. */
export const formatRating = (rating: number, locale = readingLocale()): string =>
  numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rating);

/** How to show a share. `locale` is the reader's unless given; `digits` behind the separator are none unless given. */
type PercentStyle = Readonly<{ locale?: string | undefined; digits?: number }>;

/** `0.386` → `39%`, as the locale writes it. */
export const formatPercent = (share: number, { locale = readingLocale(), digits = 0 }: PercentStyle = {}): string =>
  numberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    share,
  );
