/**
 * Wakes readers of streams in this process. A wake carries no data: whoever is woken reads from SQL behind its own position, so
 * that a wake that comes twice doubles nothing and one that comes early is followed by another.
 */
export interface LiveHub {
  wake(stream: string): void;
  /** Calls `listener` at each wake of the stream until the returned function is called. */
  listen(stream: string, listener: () => void): () => void;
}
