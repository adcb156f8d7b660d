// Letters that Unicode does not take apart into a base letter and an accent.
const single: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ı', 'i'],
]);

/**
 * A text as a searcher types it: lower case, without accents, every run of other characters one space. `São Paulo/Guarulhos` is
 * `sao paulo guarulhos`. Letters of other scripts stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => single.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Names a city across sources: `SG|singapore`. */
export const cityKeyOf = (place: Readonly<{ city: string; countryCode: string }>): string =>
  `${place.countryCode}|${fold(place.city)}`;

/** A key for filters: `Air conditioning` is `air-conditioning`. */
export const slug = (text: string): string => fold(text).replaceAll(' ', '-');
