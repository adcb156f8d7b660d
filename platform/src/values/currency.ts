/**
 * How many decimal digits each circulating currency has. Source: ISO 4217, list one, as of 2026, without funds, metals and
 * testing codes. A currency that has been replaced since (the Croatian kuna, say) is not in it.
 */
const withoutDigits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const withTwoDigits =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK ' +
  'DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD ' +
  'KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP ' +
  'PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH ' +
  'USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const withThreeDigits = 'BHD IQD JOD KWD LYD OMR TND';

const exponents: ReadonlyMap<string, number> = new Map(
  [withoutDigits, withTwoDigits, withThreeDigits].flatMap((codes, index) =>
    codes.split(' ').map((code): [string, number] => [code, [0, 2, 3][index] ?? 2]),
  ),
);

declare const currencyBrand: unique symbol;

/**
 * An ISO 4217 code, three capital letters, for example `EUR`. {@link isCurrencyCode} and {@link toCurrencyCode} make one of a
 * text from outside.
 */
export type CurrencyCode = string & { readonly [currencyBrand]?: true };

/** Whether `value` is the code of a circulating currency, in capitals. */
export function isCurrencyCode(value: unknown): value is CurrencyCode {
  return typeof value === 'string' && exponents.has(value);
}

/** @throws RangeError for anything but a known code: an amount without a known currency has no meaning */
export function toCurrencyCode(value: string): CurrencyCode {
  if (!isCurrencyCode(value)) throw new RangeError(`"${value}" is not the ISO 4217 code of a circulating currency.`);
  return value;
}

/** The decimal digits of a currency: 0 (JPY), 2 (EUR) or 3 (KWD). */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`"${currency}" is not the ISO 4217 code of a circulating currency.`);
  return exponent;
}
