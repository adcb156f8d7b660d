/** A browser may read the file for a while after it was handed over. */
const keptForInMs = 60_000;

/** A text that is to become a file. `type` is its media type. */
export type TextFile = Readonly<{ name: string; type: string; text: string }>;

/** Hands a text to the browser as a file to keep. */
export function saveFile({ name, type, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), keptForInMs);
}
