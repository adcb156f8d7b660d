/** One end of a channel between two processes: `process` in a child, the `ChildProcess` in its parent. */
export type Channel = {
  send?(message: unknown): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
};

type Call = Readonly<{ kind: 'call'; id: number; target: number; args: unknown[] }>;
type Answer = Readonly<{ kind: 'answer'; id: number; ok: boolean; value: unknown }>;
type Fn = (...args: never[]) => unknown;

const isFn = (value: unknown): value is Fn => typeof value === 'function';
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * Calls across a process boundary. Functions in arguments and answers cross it as references, so that ports, which are objects
 * of functions that take functions, cross it whole. The root of each end has the number 0.
 */
export function connect(channel: Channel, root: Fn, restoreError: (name: string, message: string) => Error) {
  const functions: Fn[] = [root];
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  let abandoned: string | undefined;
  const lend = (fn: Fn): number => functions.push(fn) - 1;
  const send = (message: Call | Answer) => void channel.send?.(message);
  const call = (target: number, args: readonly unknown[]): Promise<unknown> => {
    if (abandoned !== undefined) return Promise.reject(new Error(abandoned));
    calls += 1;
    const id = calls;
    const answer = new Promise((resolve, reject) => void pending.set(id, { resolve, reject }));
    send({ kind: 'call', id, target, args: args.map((value) => encode(value, lend)) });
    return answer;
  };
  const answer = async ({ id, target, args }: Call) => {
    try {
      const value = await functions[target]?.(...(args.map((arg) => decode(arg, call)) as never[]));
      send({ kind: 'answer', id, ok: true, value: encode(value, lend) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      send({ kind: 'answer', id, ok: false, value: { name, message } });
    }
  };
  const settle = ({ id, ok, value }: Answer) => {
    const waiting = pending.get(id);
    pending.delete(id);
    const { name, message } = ok ? { name: '', message: '' } : (value as { name: string; message: string });
    if (ok) waiting?.resolve(decode(value, call));
    else waiting?.reject(restoreError(name, message));
  };
  channel.on('message', (message) => {
    const received = message as Call | Answer;
    if (received.kind === 'call') void answer(received);
    else settle(received);
  });
  const abandon = (reason: string) => {
    abandoned = reason;
    for (const waiting of pending.values()) waiting.reject(new Error(reason));
    pending.clear();
  };
  return { call: (...args: unknown[]) => call(0, args), /** Fails what waits: the other process is gone. */ abandon };
}

/** @param lend keeps a function for the other end and gives it a number */
function encode(value: unknown, lend: (fn: Fn) => number): unknown {
  if (isFn(value)) return { $function: lend(value) };
  if (Array.isArray(value)) return value.map((inner) => encode(inner, lend));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, encode(inner, lend)]));
}

function decode(value: unknown, call: (target: number, args: readonly unknown[]) => Promise<unknown>): unknown {
  if (Array.isArray(value)) return value.map((inner) => decode(inner, call));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return value;
  if ('$function' in value) {
    const target = Number(value.$function);
    return (...args: unknown[]) => call(target, args);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, decode(inner, call)]));
}
