import type { Clock } from '@meridian/platform/time/clock';
import { fold } from '../domain/folded-text.ts';
import { localNames } from '../domain/local-names.ts';
import type { PlaceKind } from '../domain/places.ts';
import type { NamedPlace, Place, ReferenceData } from '../ports/reference-data.ts';

/** A name under which a place is found: any suffix of one of its names that begins with a word, or its country's. */
type Entry = Readonly<{ name: string; place: NamedPlace; rank: number }>;

/** What is typed, and what may be answered. */
export type PlaceQuery = Readonly<{ text: string; kinds?: readonly PlaceKind[] | undefined; first: number }>;

/** Every place by the beginnings of its names, sorted. */
export interface PlaceIndex {
  find(query: PlaceQuery): Promise<readonly Place[]>;
}

/** No name is longer; what comes behind is not looked at. */
const longestText = 100;
const checkEveryInMs = 1_000;
/** A code outranks any name, a whole name the beginning of one, the beginning of a name a word within. */
const ranks = { code: 0, start: 1, word: 2, country: 3 } as const;
/** Fewer letters begin the names of too many countries. */
const shortestCountry = 3;
const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function entriesOf(place: NamedPlace): Entry[] {
  const code = place.airportCode === null ? [] : [{ name: place.airportCode.toLowerCase(), place, rank: ranks.code }];
  const country = fold(countries.of(place.countryCode) ?? '');
  const names = [place.name, ...place.otherNames, ...(localNames[place.cityKey] ?? [])]
    .map(fold)
    .filter((name) => name !== '');
  const suffixes = names.flatMap((name) => {
    const words = name.split(' ');
    return words.map((_, index) => ({
      name: words.slice(index).join(' '),
      place,
      rank: index === 0 ? ranks.start : ranks.word,
    }));
  });
  return [...code, ...suffixes, { name: country, place, rank: ranks.country }];
}

const buildIndex = (places: readonly NamedPlace[]): readonly Entry[] =>
  places.flatMap(entriesOf).sort((left, right) => (left.name < right.name ? -1 : Number(left.name > right.name)));

/** The first entry whose name is not before the text. */
function lowerBound(entries: readonly Entry[], text: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.name ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Hit = Readonly<{ entry: Entry; score: number }>;

/** Lower is better: an equal code, then equal names, then beginnings. A code's beginning counts no more than a name's. */
const scoreOf = ({ name, rank }: Entry, text: string): number =>
  name === text ? rank : Math.max(rank, ranks.start) + 3;

const better = (left: Hit, right: Hit): number =>
  left.score - right.score ||
  right.entry.place.weight - left.entry.place.weight ||
  (left.entry.place.name < right.entry.place.name ? -1 : 1);

function search(entries: readonly Entry[], { text, kinds, first }: PlaceQuery): readonly Place[] {
  const folded = fold(text.slice(0, longestText));
  if (folded === '') return [];
  const best = new Map<string, Hit>();
  for (let index = lowerBound(entries, folded); index < entries.length; index += 1) {
    const entry = entries[index];
    if (!entry?.name.startsWith(folded)) break;
    if (kinds && !kinds.includes(entry.place.kind)) continue;
    if (entry.rank === ranks.country && folded.length < shortestCountry) continue;
    const hit = { entry, score: scoreOf(entry, folded) };
    const known = best.get(entry.place.id);
    if (!known || hit.score < known.score) best.set(entry.place.id, hit);
  }
  return [...best.values()]
    .sort(better)
    .slice(0, first)
    .map(({ entry }) => entry.place);
}

/** An index in memory over the stored places. It looks once per second whether any has changed, and is built anew when one has. */
export function createPlaceIndex(deps: Readonly<{ reference: ReferenceData; clock: Clock }>): PlaceIndex {
  let revision = -1;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checked: Promise<void> = Promise.resolve();
  let entries: Promise<readonly Entry[]> = Promise.resolve([]);

  const check = async () => {
    const current = await deps.reference.placesRevision();
    if (current === revision) return;
    const built = deps.reference.allPlaces().then(buildIndex);
    // A failed load must not be remembered as an empty world.
    built.then(
      () => undefined,
      () => {
        revision = -1;
      },
    );
    revision = current;
    entries = built;
  };
  /** Whoever comes while somebody looks waits for what is found: two searches of one operation would else see two worlds. */
  const refresh = () => {
    const now = deps.clock.now();
    if (now - checkedAt < checkEveryInMs) return checked;
    checkedAt = now;
    checked = check();
    checked.catch(() => {
      checkedAt = Number.NEGATIVE_INFINITY;
    });
    return checked;
  };
  return {
    async find(query) {
      await refresh();
      return search(await entries, query);
    },
  };
}
