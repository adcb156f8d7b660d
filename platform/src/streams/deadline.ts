import { type JoinedSignal, joinSignals } from './join-signals.ts';

const timeOver = (timeoutInMs: number): Error =>
  new DOMException(`There was no answer within ${timeoutInMs} ms.`, 'TimeoutError');

/**
 * A signal that is aborted with the first of its sources, or when its time is over; `done` also ends the waiting. Not
 * `AbortSignal.timeout`, which garbage collection can take away when only another signal knows of it: here a timer holds everything.
 *
 * @param sources signals of the caller's, for example of a client that may leave
 */
export function startDeadline(sources: readonly AbortSignal[], timeoutInMs: number): JoinedSignal {
  const time = new AbortController();
  const joined = joinSignals([...sources, time.signal]);
  if (joined.signal.aborted) return joined;
  const timer = setTimeout(() => time.abort(timeOver(timeoutInMs)), timeoutInMs);
  const done = () => {
    clearTimeout(timer);
    joined.done();
  };
  return { signal: joined.signal, done };
}
