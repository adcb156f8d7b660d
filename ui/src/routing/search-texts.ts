/** What stands behind the `?` of an address, as texts. Pages read it with a schema of their own, which drops what makes no sense. */
export type SearchTexts = Readonly<Record<string, unknown>>;

/** `?from=plc_1&stops=0,1` → `{ from: 'plc_1', stops: '0,1' }`. A name that stands twice counts once, the last time. */
export const parseSearchTexts = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value));

const isWorthWriting = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** Writes values the short way, so that people can read and edit addresses: lists with commas, nothing for what is absent. */
export function printSearchTexts(values: SearchTexts): string {
  const entries = Object.entries(values).filter(([, value]) => isWorthWriting(value));
  const text = new URLSearchParams(entries.map(([name, value]) => [name, textOf(value)])).toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}
