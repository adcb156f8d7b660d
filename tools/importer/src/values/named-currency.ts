/** What `$` alone stands for: a dollar or peso, or, in sources that write it for every currency, any. */
export type DollarMeans = 'a dollar' | 'any currency';

/** Currencies whose own sign is `$`. */
const dollars =
  'ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD UYU XCD'.split(
    ' ',
  );

/** Which currencies a sign can mean; the first is what it usually means. Signs that several countries share are not told apart. */
const currenciesOf: Readonly<Record<string, readonly string[]>> = {
  $: dollars,
  US$: ['USD'],
  S$: ['SGD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  NZ$: ['NZD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  '€': ['EUR'],
  '£': ['GBP', 'FKP', 'GIP', 'SHP'],
  '￡': ['GBP', 'FKP', 'GIP', 'SHP'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₨': ['INR', 'LKR', 'MUR', 'NPR', 'PKR', 'SCR'],
  '₩': ['KRW'],
  '￦': ['KRW'],
  '₽': ['RUB'],
  '₺': ['TRY'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '฿': ['THB'],
  '₪': ['ILS'],
  '₴': ['UAH'],
  '₦': ['NGN'],
  '₡': ['CRC'],
  '₲': ['PYG'],
  '₵': ['GHS'],
  '₸': ['KZT'],
  '₼': ['AZN'],
  '₾': ['GEL'],
  '៛': ['KHR'],
  '₭': ['LAK'],
  '₮': ['MNT'],
};

/** A sign that no currency here has names itself: to read past it would be to guess. */
const meant = (sign: string): readonly string[] => currenciesOf[sign] ?? [sign];

/**
 * Which other currency the signs or codes of an amount name, for the reason of a skip; undefined when they name the expected one or none.
 *
 * @param signs as they stand beside the number, such as `€`, `US$` or `EUR`
 */
export const otherCurrency = (
  signs: readonly string[],
  expected: string,
  dollarMeans: DollarMeans,
): string | undefined => {
  const other = signs.find(
    (sign) => !(sign === '$' && dollarMeans === 'any currency') && !meant(sign).includes(expected),
  );
  if (other === undefined) return undefined;
  return other === '$' ? 'dollars' : meant(other)[0];
};
