// Full-width digits and signs, as Japanese keyboards write them, and the minus of typographers.
const asAscii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2012\u2013]/g, '-');

const currencySigns = /^\(?[A-Z]{0,3}\p{Sc}|\p{Sc}|^[A-Z]{3}(?=[\s\d])|[A-Z]{3}\)?$/gu;

/** Whether an amount names its currency, as prices that are written for people do. */
export const hasCurrencySign = (text: string): boolean => asAscii(text).search(currencySigns) >= 0;

/** The signs and codes of currencies beside an amount, such as `€`, `US$` or `EUR`. */
export const currencySignsOf = (text: string): string[] =>
  [...asAscii(text).matchAll(currencySigns)].map(([sign]) => sign.replace(/[()]/g, ''));

/** Spaces of every width (also U+00A0 and U+202F) and apostrophes group digits by three: `1 234`, `1’200`. */
const groupMarks = /(?<=\d)[\s'’_](?=\d{3}(?!\d))/gu;

const bareNumber = (text: string): string =>
  asAscii(text)
    .replace(currencySigns, '')
    .trim()
    .replace(groupMarks, '')
    .replace(/^([+-])\s+/, '$1');

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?$/;
const commaGroups = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
/** As in India: the last three digits, then pairs. */
const lakhGroups = /^[+-]?[1-9]\d?(,\d{2})+,\d{3}(\.\d*)?$/;
const pointGroups = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/;
const onePointGroup = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const commaDecimals = /^[+-]?(\d+,\d{1,2}|0,\d+)$/;

/**
 * Digits with a decimal point, without signs of currencies and thousands: `$1,150.00` → `1150.00`, `1.150,50 €` → `1150.50`,
 * `1 234,00` → `1234.00`, `S$ 90` → `90`. Undefined for what is no number.
 *
 * @param pointMayGroup what exactly three digits after a single point are: a group (`1.234` is 1234), or decimals as everywhere else
 */
export const readDigits = (text: string, pointMayGroup: boolean): string | undefined => {
  const bare = bareNumber(text);
  if (commaGroups.test(bare) || lakhGroups.test(bare)) return bare.replaceAll(',', '');
  if (pointGroups.test(bare) && (pointMayGroup || !onePointGroup.test(bare)))
    return bare.replaceAll('.', '').replace(',', '.');
  if (commaDecimals.test(bare)) return bare.replace(',', '.');
  return plain.test(bare) ? bare : undefined;
};

/** A number: a count, a coordinate, a rating. A point is where decimals begin. */
export const parseNumber = (text: string): number | undefined => {
  const digits = readDigits(text, false);
  return digits === undefined ? undefined : Number(digits);
};

/** A whole number; `5.0` is one, `5.5` is not. */
export const parseWhole = (text: string): number | undefined => {
  const number = parseNumber(text);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
};
