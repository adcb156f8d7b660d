const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const firstCharacterOf = (word: string): string => [...characters.segment(word)][0]?.segment ?? '';

/** The first letters of the first and the last word of a name: `Ana Maria Sousa` → `AS`. */
export function initialsOf(displayName: string): string {
  const words = displayName
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => firstCharacterOf(word ?? ''))
    .join('')
    .toUpperCase();
}

/** FNV-1a, 32 bit: spreads ids over the colours. Source: Fowler, Noll, Vo; RFC 9923. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/**
 * A picture for a person without one: initials on a colour that the id chooses. The same name and id give the same picture, and
 * nothing of the name can break out of the text it stands in. White on these colours has a contrast of at least 4.5 : 1.
 */
export function avatarSvg(displayName: string, id: string): string {
  const hash = hashOf(id);
  const hue = hash % 360;
  const angle = (hash >>> 9) % 90;
  const initials = escapeXml(initialsOf(displayName));
  const label = escapeXml(displayName.trim());
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160" viewBox="0 0 160 160" role="img" aria-label="${label}">`,
    `<defs><linearGradient id="g" gradientTransform="rotate(${angle})">`,
    `<stop offset="0" stop-color="hsl(${hue} 62% 26%)"/><stop offset="1" stop-color="hsl(${(hue + 38) % 360} 58% 24%)"/>`,
    '</linearGradient></defs><rect width="160" height="160" fill="url(#g)"/>',
    '<text x="80" y="80" dy=".36em" text-anchor="middle" fill="#fff" font-family="system-ui, sans-serif" font-size="64"',
    ` font-weight="600">${initials}</text></svg>`,
  ].join('');
}
