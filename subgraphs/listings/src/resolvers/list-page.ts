import type { Cursors } from '@meridian/platform/identity/cursor';
import { listStream } from '@meridian/platform/subgraph/list-stream';
import { createList, type RowPlace, toConnection } from '@meridian/platform/subgraph/pages';
import type { Page } from '../ports/page.ts';

/** What a list is of: its name, and every argument that decides what is in it. */
export type ListOf = Readonly<{ name: string; of: Readonly<Record<string, string | null | undefined>> }>;

/** How a page is shaped: where it began, and where an entry stands. */
export type PageShape<Item> = Readonly<{ after: RowPlace | undefined; placeIn: (item: Item) => RowPlace }>;

/** A list of which a cursor holds the place of an entry; the cursor of another list, or of the same with other arguments, is refused. */
export function openList(cursors: Cursors, { name, of }: ListOf) {
  const list = createList(cursors, listStream(name, of));
  return {
    placeOf: list.placeOf,
    /** Shapes a page as Relay has it. */
    toConnection: <Item>(page: Page<Item>, { after, placeIn }: PageShape<Item>) => ({
      ...toConnection(page.items, {
        cursorOf: (item) => list.cursorOf(placeIn(item)),
        hasNext: page.hasNextPage,
        hasPrevious: after !== undefined,
      }),
      totalCount: page.totalCount,
    }),
  };
}
