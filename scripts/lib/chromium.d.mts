/** The browser of this machine: the one that `CHROMIUM` names, or the first of the usual places; nothing when there is none. */
export function findChromium(environment?: Readonly<Record<string, string | undefined>>): string | undefined;
