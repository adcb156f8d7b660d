import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Readiness, readyUnless } from '@meridian/platform/observability/readiness';
import { startDeadline } from '@meridian/platform/streams/deadline';
import { joinSignals } from '@meridian/platform/streams/join-signals';
import { type Foundation, signUpsPerAddress } from './foundation.ts';

const entryOf = (name: string) => fileURLToPath(new URL(`../../subgraphs/${name}/dist/main.js`, import.meta.url));
const startTimeoutInMs = 30_000;
const probeEveryInMs = 50;
const probeTimeoutInMs = 2_000;
const firstPauseInMs = 250;
const longestPauseInMs = 10_000;
/** A process closes within 10 s by itself. One that does not, because it hangs or is frozen, is not waited for. */
const stopTimeoutInMs = 12_000;

/** A subgraph that runs in a process of its own and is started again when it ends by itself. */
export interface SubgraphProcess extends AsyncDisposable {
  readonly name: string;
  /** Its `/graphql` address; the same after a restart. */
  readonly url: string;
  /** What its own probe says: whether its outbox is empty and its consumers have caught up. */
  readiness(): Promise<Readiness>;
}

type Place = Readonly<{ name: string; port: number; url: string }>;

/**
 * Starts a subgraph and waits until it answers. Should it end later, it is started again on the same port, each time after a
 * longer pause; an answer resets the pause. It ends by itself when this process is gone.
 *
 * @param place.signal aborted when the host closes: what is being started is stopped, and what ends is not started again
 * @throws Error when it does not answer the first time, or what `signal` was aborted with. It is stopped then
 */
export async function startSubgraphProcess(
  foundation: Foundation,
  { name, signal }: Readonly<{ name: string; signal: AbortSignal }>,
): Promise<SubgraphProcess> {
  const port = await freePort();
  const place = { name, port, url: `http://127.0.0.1:${port}` };
  const keeper = keepRunning(foundation, place, signal);
  try {
    await answers(keeper.child(), { ...place, signal });
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return {
    name,
    url: `${place.url}/graphql`,
    readiness: async () =>
      isRunning(keeper.child()) ? readinessAt(place) : notReady(`The subgraph ${name} does not run.`),
    [Symbol.asyncDispose]: keeper.stop,
  };
}

/** Starts the process, and again whenever it has ended, until it is stopped or the host begins to close. */
function keepRunning(foundation: Foundation, place: Place, hostCloses: AbortSignal) {
  const { name } = place;
  const stopped = new AbortController();
  const { signal, done } = joinSignals([stopped.signal, hostCloses]);
  let pauseInMs = firstPauseInMs;
  let child = spawnSubgraph(foundation, place);

  const restart = async (): Promise<void> => {
    await delay(pauseInMs, undefined, { ref: false, signal });
    pauseInMs = Math.min(pauseInMs * 2, longestPauseInMs);
    child = spawnSubgraph(foundation, place);
    watch();
    await answers(child, { ...place, signal });
    pauseInMs = firstPauseInMs;
  };
  const watch = (): void => {
    child.once('exit', (code, by) => {
      if (signal.aborted) return;
      foundation.logger.warn({ subgraph: name, code, by }, `The subgraph ${name} has ended. It is started again.`);
      restart().catch((error) => {
        if (signal.aborted) return;
        foundation.logger.error({ error, subgraph: name }, `${name} does not come back yet.`);
      });
    });
  };
  watch();
  return {
    child: () => child,
    async stop() {
      stopped.abort();
      done();
      await end(child);
    },
  };
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutInMs);
  await exited;
  clearTimeout(timer);
}

function spawnSubgraph({ folder, exchangeRatesUrl }: Foundation, { name, port }: Place): ChildProcess {
  return fork(entryOf(name), [], {
    // A group of its own: Ctrl-C at the terminal comes to this process alone, which stops them along the traffic.
    detached: true,
    env: {
      // What a child needs of this process's surroundings; everything else it is told.
      PATH: '',
      NODE_ENV: 'development',
      MERIDIAN_DATA: folder.root,
      [`${name.toUpperCase()}_PORT`]: String(port),
      LOG_LEVEL: 'warn',
      SIGN_UPS_PER_ADDRESS: String(signUpsPerAddress),
      ...(exchangeRatesUrl === undefined ? {} : { EXCHANGE_RATES_URL: exchangeRatesUrl }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What a process answers to a probe, or nothing when it does not, in time and in JSON. */
async function probe(
  url: string,
  signals: readonly AbortSignal[] = [],
): Promise<Readonly<{ ok: boolean; body: unknown }> | undefined> {
  const { signal, done } = startDeadline(signals, probeTimeoutInMs);
  try {
    const response = await fetch(url, { signal });
    return { ok: response.ok, body: await response.json() };
  } catch {
    return undefined;
  } finally {
    done();
  }
}

const notReady = (reason: string): Readiness => readyUnless([reason]);

async function readinessAt({ name, url }: Place): Promise<Readiness> {
  const answer = await probe(`${url}/readyz`);
  return answer === undefined ? notReady(`The subgraph ${name} does not answer.`) : (answer.body as Readiness);
}

/** @throws Error when the process ends first, or does not answer in time; what `signal` was aborted with */
async function answers(
  child: ChildProcess,
  { name, url, signal }: Readonly<{ name: string; url: string; signal: AbortSignal }>,
): Promise<void> {
  const until = Date.now() + startTimeoutInMs;
  while (isRunning(child)) {
    const answer = await probe(`${url}/healthz`, [signal]);
    signal.throwIfAborted();
    if (answer?.ok === true) return;
    if (Date.now() > until) {
      throw new Error(`The subgraph ${name} did not answer at ${url} within ${startTimeoutInMs} ms.`);
    }
    await delay(probeEveryInMs);
  }
  throw new Error(`The subgraph ${name} ended with exit code ${child.exitCode} before it answered.`);
}
