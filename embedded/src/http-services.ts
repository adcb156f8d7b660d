import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createHttpTransport } from '@meridian/gateway/transports/http-transport';
import { anonymous } from '@meridian/platform/identity/principal';
import type { Foundation } from './foundation.ts';
import { services as names } from './fresh.ts';
import type { Services } from './services.ts';

const entryOf = (name: string) => fileURLToPath(new URL(`../../subgraphs/${name}/dist/main.js`, import.meta.url));
const startTimeoutInMs = 30_000;
const probeEveryInMs = 50;

/**
 * Runs each subgraph as a process of its own, reached over HTTP and graphql-ws, all on one data folder: the shape of a fleet,
 * on one machine. Each process starts its own relay and consumers.
 */
export async function openHttpServices(foundation: Foundation): Promise<Services> {
  const running = await Promise.all(names.map((name) => startSubgraph(foundation, name)));
  const transports = new Map(running.map(({ name, url }) => [name, createTransport(foundation, { name, url })]));
  const close = async () => {
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await Promise.all(running.map(({ child }) => stop(child)));
  };
  return {
    transports,
    start: async () => undefined,
    readiness: () => caughtUp(foundation),
    close,
    [Symbol.asyncDispose]: close,
  };
}

type RunningSubgraph = Readonly<{ name: string; url: string; child: ChildProcess }>;

async function startSubgraph({ folder, logger, exchangeRatesUrl }: Foundation, name: string): Promise<RunningSubgraph> {
  const port = await freePort();
  const prefix = name.toUpperCase();
  const child = fork(entryOf(name), [], {
    env: {
      ...childEnvironment(),
      MERIDIAN_DATA: folder.root,
      [`${prefix}_PORT`]: String(port),
      LOG_LEVEL: 'warn',
      ...(exchangeRatesUrl === undefined ? {} : { EXCHANGE_RATES_URL: exchangeRatesUrl }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('exit', (code) => logger.warn({ subgraph: name, code }, 'a subgraph has ended'));
  const url = `http://127.0.0.1:${port}/graphql`;
  await answers(child, { name, url: `http://127.0.0.1:${port}/healthz` });
  return { name, url, child };
}

/** What a child needs of this process's surroundings; everything else it is told. */
const childEnvironment = (): Record<string, string> => ({ PATH: '', NODE_ENV: 'development' });

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
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    if (Date.now() > until)
      throw new Error(`The subgraph ${name} did not answer at ${url} within ${startTimeoutInMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, probeEveryInMs));
  }
  throw new Error(`The subgraph ${name} ended with exit code ${child.exitCode} before it answered.`);
}

const createTransport = ({ internalTokens }: Foundation, { name, url }: Readonly<{ name: string; url: string }>) =>
  createHttpTransport({
    name,
    url,
    socketToken: () => internalTokens.issue({ principal: anonymous, audience: name }),
  });

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function caughtUp({ log }: Foundation) {
  const behind = (await log.lag()).reduce((sum, { lag }) => sum + lag, 0);
  return { ready: behind === 0, reasons: behind === 0 ? [] : [`${behind} events are still to be consumed.`] };
}
