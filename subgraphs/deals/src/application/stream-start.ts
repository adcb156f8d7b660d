import type { Cursors } from '@meridian/platform/identity/cursor';
import { toGenerator } from '@meridian/platform/streams/generator';
import type { DealsStore } from '../ports/deals-store.ts';

/** Why a stream could not go on from a cursor, and the oldest place from which it can. */
export type Gap = Readonly<{ reason: 'EXPIRED' | 'FOREIGN'; oldest: string | null }>;

/** Where a subscription begins. With a gap it begins with what is new. */
export type StreamStart = Readonly<{ after: number; epoch: string; gap: Gap | undefined }>;

type Deps = Readonly<{ store: Pick<DealsStore, 'streams'>; cursors: Cursors }>;

/**
 * Finds where a stream goes on. Without a cursor, behind its last item. A cursor of another stream, another person or another
 * life of the data, a changed one, and one from the future are foreign; one of which the next item is no longer kept has
 * expired.
 */
export async function findStart(
  deps: Deps,
  of: Readonly<{ stream: string; cursor: string | null | undefined }>,
): Promise<StreamStart> {
  const epoch = await deps.store.streams.epoch();
  const { position: last, prunedThrough } = await deps.store.streams.extent(of.stream);
  if (!of.cursor) return { after: last, epoch, gap: undefined };
  const oldest =
    last > prunedThrough ? deps.cursors.encode({ stream: of.stream, epoch, position: prunedThrough }) : null;
  const place = deps.cursors.decode(of.cursor, of.stream);
  if (!place.ok || place.epoch !== epoch || place.position > last) {
    return { after: last, epoch, gap: { reason: 'FOREIGN', oldest } };
  }
  if (place.position < prunedThrough) return { after: last, epoch, gap: { reason: 'EXPIRED', oldest } };
  return { after: place.position, epoch, gap: undefined };
}

/** A message of a stream: what happened, or that something may have been missed. */
export type StreamMessage<Item> =
  | Readonly<{ kind: 'ITEM'; cursor: string; item: Item }>
  | Readonly<{ kind: 'GAP'; gap: Gap }>;

/** Puts a gap, if there is one, before the items, and a cursor beside each. */
export function toMessages<Item extends { readonly position: number }>(
  items: AsyncGenerator<Item, void, void>,
  of: Readonly<{ gap: Gap | undefined; cursorAt: (position: number) => string }>,
): AsyncGenerator<StreamMessage<Item>, void, void> {
  let gap = of.gap;
  const next = async (): Promise<IteratorResult<StreamMessage<Item>, void>> => {
    if (gap) {
      const first: StreamMessage<Item> = { kind: 'GAP', gap };
      gap = undefined;
      return { done: false, value: first };
    }
    const { done, value } = await items.next();
    if (done || value === undefined) return { done: true, value: undefined };
    return { done: false, value: { kind: 'ITEM', cursor: of.cursorAt(value.position), item: value } };
  };
  return toGenerator({ next, leave: () => items.return() });
}
