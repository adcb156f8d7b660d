import { readingLocale } from '../formats/reading.ts';

/** The digits behind the separator that a currency has. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** What stands between the whole and the rest where somebody reads and writes. */
const separatorOf = (locale: string | undefined): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

/** In which currency an amount is; `locale` is the reader's unless given. */
export type AmountStyle = Readonly<{ currency: string; locale?: string | undefined }>;

/**
 * The amount that somebody has written, as the graph takes it: `300,50` where people write so, and `300.50` everywhere, are `300.50`.
 * Nothing for what is no amount of the currency; thousands are not set apart, since one sign may mean both.
 */
export function readAmount(text: string, { currency, locale = readingLocale() }: AmountStyle): string | undefined {
  const digits = digitsOf(currency);
  const written = text.trim().replace(separatorOf(locale), '.');
  const isAmount = /^(0|[1-9]\d{0,9})(\.\d+)?$/.test(written);
  return isAmount && (written.split('.')[1] ?? '').length <= digits ? written : undefined;
}

/** Says how an amount is written, by an example. */
export function amountSentence({ currency, locale = readingLocale() }: AmountStyle): string {
  const digits = digitsOf(currency);
  const example = `300${digits === 0 ? '' : separatorOf(locale) + '50'.padEnd(digits, '0').slice(0, digits)}`;
  return `Write the amount as digits, such as ${example}.`;
}
