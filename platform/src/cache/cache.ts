/** A cache of JSON values with a time to live and tags. Losing an entry is always allowed; serving a stale one is not. */
export interface Cache extends AsyncDisposable {
  get<Value>(key: string): Promise<Value | undefined>;
  /** @param ttlInMs how long the value may be served; @param tags groups under which it can be removed */
  set(key: string, value: unknown, options: Readonly<{ ttlInMs: number; tags?: readonly string[] }>): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes every entry that carries one of the tags. */
  invalidate(tags: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
