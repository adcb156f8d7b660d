import { toGenerator } from './generator.ts';

/**
 * Makes a generator function's stream one that can be left at any moment: leaving aborts `left` first, and the generator ends its
 * source on it.
 */
export function leavable<Item>(
  open: (left: AbortSignal) => AsyncGenerator<Item, void, void>,
): AsyncGenerator<Item, void, void> {
  const leaving = new AbortController();
  const items = open(leaving.signal);
  return toGenerator({
    next: () => items.next(),
    leave: () => {
      leaving.abort(new Error('the reader left'));
      return items.return();
    },
  });
}
