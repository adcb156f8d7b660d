import { keepFormats } from './keep-formats.ts';
import { readingLocale } from './reading.ts';

/** An amount as the graph tells it: a decimal text, so that nothing is lost on the way. */
export type MoneyValue = Readonly<{ amount: string; currency: string }>;

const amountFormat = keepFormats(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { style: 'currency', ...options }),
);

const wholeDigits = { maximumFractionDigits: 0, minimumFractionDigits: 0 };

/** `1234.50 USD` → `$1,234.50`. Digits follow the currency; whole amounts of at least 100 lose their zeros where `isShort`. */
export function formatMoney(
  { amount, currency }: MoneyValue,
  { locale = readingLocale(), isShort = false }: MoneyStyle = {},
): string {
  const isRounded = isShort && Number(amount) >= 100;
  const format = amountFormat(locale, { currency, ...(isRounded ? wholeDigits : {}) });
  // A text is formatted exactly; a number would be rounded to a double first.
  return format.format(amount as Intl.StringNumericLiteral);
}

/** How to show an amount. `locale` is the reader's unless given. */
export type MoneyStyle = Readonly<{ locale?: string | undefined; isShort?: boolean }>;
