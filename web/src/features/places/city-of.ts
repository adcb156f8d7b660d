/** A place in the few words that a heading has room for: `London Heathrow Airport (LHR), London` → `London`; others as they are. */
export const cityOf = (label: string): string => /\([A-Z0-9]{3}\), (.+)$/.exec(label)?.[1] ?? label;
