const name = 'meridian.travelers';

/** What somebody has typed about the travelers and not sent yet: the fields of the form by their names. */
export type TravelersDraft = Readonly<Record<string, string>>;

/** Whose draft it is, and for what. */
export type DraftOf = Readonly<{ owner: string; offers: readonly string[] }>;

type Kept = DraftOf & Readonly<{ fields: TravelersDraft }>;

const isFor = (kept: Kept, { owner, offers }: DraftOf): boolean =>
  kept.owner === owner && kept.offers.join() === offers.join();

/** Keeps what was typed for this tab, so that a session that ends in the middle, or a reload, loses nothing. */
export const keepDraft = (of: DraftOf, fields: TravelersDraft, storage: Storage = sessionStorage): void =>
  storage.setItem(name, JSON.stringify({ ...of, fields } satisfies Kept));

/** What this account has typed for these offers. What another one has typed is forgotten: names are nobody else's. */
export function draftOf(of: DraftOf, storage: Storage = sessionStorage): TravelersDraft {
  const text = storage.getItem(name);
  if (text === null) return {};
  const kept = JSON.parse(text) as Kept;
  if (isFor(kept, of)) return kept.fields;
  if (kept.owner !== of.owner) forgetDraft(storage);
  return {};
}

/** Forgets what was typed: it is booked, or its author has signed out. */
export const forgetDraft = (storage: Storage = sessionStorage): void => storage.removeItem(name);
