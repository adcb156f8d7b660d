/** Gathers what arrives, and lets a test wait for it without looking again and again. */
export interface Collector<Item> {
  readonly items: readonly Item[];
  add(items: readonly Item[]): void;
  /** Resolves when `isEnough` holds for what has arrived. */
  until(isEnough: (items: readonly Item[]) => boolean): Promise<readonly Item[]>;
}

/** Creates an empty collector. */
export function createCollector<Item>(): Collector<Item> {
  const items: Item[] = [];
  const waiting = new Set<() => void>();
  return {
    items,
    add(more) {
      items.push(...more);
      for (const look of [...waiting]) look();
    },
    until(isEnough) {
      return new Promise((resolve, reject) => {
        const look = () => {
          try {
            if (!isEnough(items)) return;
            waiting.delete(look);
            resolve(items);
          } catch (error) {
            waiting.delete(look);
            reject(error);
          }
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** A promise and the function that resolves it. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
