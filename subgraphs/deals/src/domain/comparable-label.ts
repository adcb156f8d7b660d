const words: Readonly<Record<string, string>> = {
  nonstop: 'nonstop',
  one: 'one-stop',
  more: 'multi-stop',
  '0-6': 'less than a week ahead',
  '7-20': 'one to three weeks ahead',
  '21+': 'three weeks or more ahead',
};

const word = (text: string | undefined): string => words[text ?? ''] ?? (text ?? '').toLowerCase().replaceAll('_', ' ');

const titled = (text: string | undefined): string =>
  (text ?? '').replaceAll(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());

/**
 * A comparable key in words, for people: `flight|SIN-BKK|ECONOMY|nonstop|7-20` is "nonstop economy flights SIN-BKK, one to three
 * weeks ahead". A key of an unknown form is returned as it is.
 */
export function labelOfKey(key: string): string {
  const [kind, second, third, fourth, fifth, sixth] = key.split('|');
  if (kind === 'flight') return `${word(fourth)} ${word(third)} flights ${second}, ${word(fifth)}`;
  if (kind === 'stay') return `${word(second)} stays in ${titled(fifth)}, ${titled(fourth)}, in ${word(sixth)}`;
  if (kind === 'car') return `${word(second)} cars in ${titled(fourth)}`;
  return key;
}
