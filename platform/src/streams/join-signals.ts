/** A signal that follows others, and what lets go of them once its work is done. */
export type JoinedSignal = Readonly<{ signal: AbortSignal; done: () => void }>;

/**
 * A signal that is aborted with the first of its sources, for that one's reason. Not `AbortSignal.any`: in Node 20 its signal and its
 * sources know each other weakly, so that one may be collected before the other fires. Here each source holds the joined signal until
 * the work is `done`.
 */
export function joinSignals(sources: readonly AbortSignal[]): JoinedSignal {
  const controller = new AbortController();
  const follow = (event: Event) => controller.abort((event.target as AbortSignal).reason);
  for (const source of sources) {
    if (source.aborted) controller.abort(source.reason);
    else source.addEventListener('abort', follow, { once: true });
  }
  const done = () => {
    for (const source of sources) source.removeEventListener('abort', follow);
  };
  if (controller.signal.aborted) done();
  return { signal: controller.signal, done };
}
