import { toConnection as toRelayConnection } from '@meridian/platform/subgraph/pages';
import { badArgument } from './failures.ts';

type Arguments = Readonly<{ first?: number | null | undefined; after?: string | null | undefined }>;

/** Checks `first` of a list. */
export function pageSize(first: number | null | undefined, most = 100): number {
  const size = first ?? 20;
  if (Number.isInteger(size) && size >= 1 && size <= most) return size;
  throw badArgument('first', `Ask for 1 to ${most} entries.`);
}

const encode = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Reads a cursor that {@link toConnection} made for a list of this name. */
export function placeBehind(list: string, { after }: Arguments): readonly string[] | undefined {
  if (after === null || after === undefined) return undefined;
  const parts = decode(after);
  const isOurs = Array.isArray(parts) && parts[0] === list && parts.every((part) => typeof part === 'string');
  if (!isOurs) throw badArgument('after', 'Use the cursor of an earlier page of the same list.');
  return parts.slice(1);
}

/** A list of which one entry more than the page was read. */
export type Listing<Item> = Readonly<{
  name: string;
  first: number;
  items: readonly Item[];
  totalCount: number;
  isContinued: boolean;
  /** Where an entry stands: what the next page begins behind. */
  place: (item: Item, index: number) => readonly string[];
}>;

/** Shapes a Relay connection. */
export function toConnection<Item>({ name, first, items, totalCount, isContinued, place }: Listing<Item>) {
  const cursorOf = (node: Item, index: number) => encode([name, ...place(node, index)]);
  const ends = { cursorOf, hasNext: items.length > first, hasPrevious: isContinued };
  return { ...toRelayConnection(items.slice(0, first), ends), totalCount };
}
