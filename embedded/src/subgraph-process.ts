import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Foundation, signUpsPerAddress } from './foundation.ts';

const entryOf = (name: string) => fileURLToPath(new URL(`../../subgraphs/${name}/dist/main.js`, import.meta.url));
const startTimeoutInMs = 30_000;
const probeEveryInMs = 50;
const firstPauseInMs = 250;
const longestPauseInMs = 10_000;

/** A subgraph that runs in a process of its own and is started again when it ends by itself. */
export interface SubgraphProcess {
  readonly name: string;
  /** Its `/graphql` address; the same after a restart. */
  readonly url: string;
  isRunning(): boolean;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/**
 * Starts a subgraph and waits until it answers. Should it end later, it is started again on the same port, each time after a
 * longer pause; an answer resets the pause. It ends by itself when this process is gone.
 *
 * @throws Error when it does not answer the first time
 */
export async function startSubgraphProcess(foundation: Foundation, name: string): Promise<SubgraphProcess> {
  const port = await freePort();
  const health = `http://127.0.0.1:${port}/healthz`;
  let stopping = false;
  let pauseInMs = firstPauseInMs;
  let child = spawnSubgraph(foundation, { name, port });

  const restart = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, pauseInMs).unref());
    pauseInMs = Math.min(pauseInMs * 2, longestPauseInMs);
    if (stopping) return;
    child = spawnSubgraph(foundation, { name, port });
    watch();
    await answers(child, { name, url: health });
    pauseInMs = firstPauseInMs;
  };
  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      foundation.logger.warn({ subgraph: name, code, signal }, `The subgraph ${name} has ended. It is started again.`);
      restart().catch((error) => foundation.logger.error({ error, subgraph: name }, `${name} does not come back yet.`));
    });
  };

  watch();
  await answers(child, { name, url: health });
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

function spawnSubgraph(
  { folder, exchangeRatesUrl }: Foundation,
  { name, port }: Readonly<{ name: string; port: number }>,
): ChildProcess {
  return fork(entryOf(name), [], {
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

/** @throws Error when the process ends first, or does not answer in time */
async function answers(child: ChildProcess, { name, url }: Readonly<{ name: string; url: string }>): Promise<void> {
  const until = Date.now() + startTimeoutInMs;
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    if (Date.now() > until)
      throw new Error(`The subgraph ${name} did not answer at ${url} within ${startTimeoutInMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, probeEveryInMs));
  }
  throw new Error(`The subgraph ${name} ended with exit code ${child.exitCode} before it answered.`);
}
