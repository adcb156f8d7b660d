/** A value that changes, and whoever wants to know. Fits React's `useSyncExternalStore`. */
export type Store<Value> = Readonly<{
  get(): Value;
  /** Calls back after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}>;

/** A store that its owner may change. */
export type OwnStore<Value> = Store<Value> & Readonly<{ set(value: Value): void }>;

/** Makes a store. Setting the value that it has tells nobody. */
export function createStore<Value>(initial: Value): OwnStore<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
