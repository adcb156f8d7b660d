import type { Cursors } from '@meridian/platform/identity/cursor';
import { listStream } from '@meridian/platform/subgraph/list-stream';
import type { ListingKind } from '../../domain/listing.ts';
import type { Place } from '../../domain/search/page.ts';

/** What is searched for, and in which order. */
export type SearchedFor = Readonly<{ kind: ListingKind; criteria: object; sort: string }>;

/** Reads what `cursorOf` wrote; that it did, the cursor proves. */
function readPlace(text: string): Place {
  const [key, id] = JSON.parse(text) as readonly [number | null, string];
  return { key: key ?? Number.POSITIVE_INFINITY, id };
}

/**
 * Cursors of one search. They hold the key that results are sorted by and the id among equals, so that a page goes on where the one
 * before ended though results have come and gone. A key means nothing under another sort, currency, party or date: a cursor belongs to
 * its kind, criteria and order, and any other is refused as a changed one is.
 */
export function createSearchCursors(cursors: Cursors, { kind, criteria, sort }: SearchedFor) {
  const stream = listStream(`search:${kind}:${sort}`, criteria);
  return {
    cursorOf: ({ key, id }: Place): string =>
      // JSON knows no infinity: it is the key of what has no known price.
      cursors.encode({ stream, epoch: JSON.stringify([Number.isFinite(key) ? key : null, id]), position: 0 }),
    /** Undefined for what is no cursor of this search. */
    placeOf(cursor: string): Place | undefined {
      const decoded = cursors.decode(cursor, stream);
      return decoded.ok ? readPlace(decoded.epoch) : undefined;
    },
  };
}
