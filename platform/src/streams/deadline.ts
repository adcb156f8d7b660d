/** A signal that is aborted in time, and what ends the waiting once its work is done. */
export type Deadline = Readonly<{ signal: AbortSignal; done: () => void }>;

const timeOver = (timeoutInMs: number): Error =>
  new DOMException(`There was no answer within ${timeoutInMs} ms.`, 'TimeoutError');

/**
 * A signal that is aborted with the first of its sources, or when its time is over. Not `AbortSignal.any` over `AbortSignal.timeout`:
 * in Node 20 the joined signal holds its sources weakly, so that a timeout may be collected before it fires, and the work behind it
 * waits for ever. Here a timer holds everything until the work is `done`.
 *
 * @param sources signals of the caller's, for example of a client that may leave
 */
export function startDeadline(sources: readonly AbortSignal[], timeoutInMs: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeOver(timeoutInMs)), timeoutInMs);
  const follow = (event: Event) => controller.abort((event.target as AbortSignal).reason);
  for (const source of sources) {
    if (source.aborted) controller.abort(source.reason);
    else source.addEventListener('abort', follow, { once: true });
  }
  const done = () => {
    clearTimeout(timer);
    for (const source of sources) source.removeEventListener('abort', follow);
  };
  if (controller.signal.aborted) done();
  return { signal: controller.signal, done };
}
