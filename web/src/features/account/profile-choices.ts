type Choice = readonly [code: string, words: string];

/** The regions whose way of writing amounts, dates and times may be chosen. A profile may name another one by the graph; it stays. */
const locales: readonly string[] = [
  'ar-EG',
  'cs-CZ',
  'da-DK',
  'de-AT',
  'de-CH',
  'de-DE',
  'el-GR',
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-NZ',
  'en-SG',
  'en-US',
  'en-ZA',
  'es-AR',
  'es-ES',
  'es-MX',
  'fi-FI',
  'fr-CA',
  'fr-CH',
  'fr-FR',
  'he-IL',
  'hi-IN',
  'hu-HU',
  'id-ID',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'ms-MY',
  'nb-NO',
  'nl-BE',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'ro-RO',
  'sv-SE',
  'th-TH',
  'tr-TR',
  'uk-UA',
  'vi-VN',
  'zh-CN',
  'zh-TW',
];

/** The texts of the pages are English, and so are these names. */
const languageNames = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' });
const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });

const byWords = ([, one]: Choice, [, other]: Choice): number => one.localeCompare(other, 'en');

const choicesOf = (codes: Iterable<string>, wordsOf: (code: string) => string): readonly Choice[] =>
  [...new Set(codes)].map((code): Choice => [code, wordsOf(code)]).sort(byWords);

/** `German (Germany)` and the others, with the one that is chosen already. */
export const localeChoices = (present: string): readonly Choice[] =>
  choicesOf([...locales, present], (locale) => languageNames.of(locale) ?? locale);

/** `Euro (EUR)` and the others that prices can be compared in, with the one that is chosen already. */
export const currencyChoices = (present: string, comparable: readonly string[]): readonly Choice[] =>
  choicesOf([...comparable, present], (currency) => `${currencyNames.of(currency) ?? currency} (${currency})`);
