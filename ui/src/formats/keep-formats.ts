/** Makes formatters of one kind: `Intl.NumberFormat`, `Intl.DateTimeFormat`. */
type Create<Options, Format> = (locale: string | undefined, options: Options) => Format;

/** Keeps each formatter for the next one who needs the same: to make one costs a hundred times what it costs to use it. */
export function keepFormats<Options, Format>(create: Create<Options, Format>): Create<Options, Format> {
  const kept = new Map<string, Format>();
  return (locale, options) => {
    const key = JSON.stringify([locale, options]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = create(locale, options);
    kept.set(key, made);
    return made;
  };
}
