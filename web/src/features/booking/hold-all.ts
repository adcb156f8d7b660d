/** How one part of what belongs together is held, and let go. */
type Steps<Part, Failure> = Readonly<{
  hold: (part: Part) => Promise<Readonly<{ id: string }> | Readonly<{ failure: Failure }>>;
  release: (id: string) => Promise<void>;
  /** Whether it may have been held all the same: then nothing is let go, and a repetition finds what is held. */
  isOpen: (failure: Failure) => boolean;
}>;

/** What has come of it: the bookings in the order of the parts, or why there are none. */
export type HeldAll<Failure> = Readonly<{ ids: readonly string[] }> | Readonly<{ failure: Failure }>;

/** Holds all parts or none: when one cannot be had, those that were held before it are given back. */
export async function holdAll<Part, Failure>(
  parts: readonly Part[],
  { hold, release, isOpen }: Steps<Part, Failure>,
): Promise<HeldAll<Failure>> {
  const ids: string[] = [];
  for (const part of parts) {
    const held = await hold(part);
    if ('failure' in held) {
      if (!isOpen(held.failure)) await Promise.all(ids.map(release));
      return held;
    }
    ids.push(held.id);
  }
  return { ids };
}
