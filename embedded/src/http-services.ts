import { createHttpTransport } from '@meridian/gateway/transports/http-transport';
import { anonymous } from '@meridian/platform/identity/principal';
import { joinReadiness } from '@meridian/platform/observability/readiness';
import { openTogether } from '@meridian/platform/shutdown/open-parts';
import { joinSignals } from '@meridian/platform/streams/join-signals';
import type { Foundation } from './foundation.ts';
import { type Services, serviceNames } from './services.ts';
import { type SubgraphProcess, startSubgraphProcess } from './subgraph-process.ts';

/**
 * Runs each subgraph as a process of its own, reached over HTTP and graphql-ws, all on one data folder: the shape of a fleet,
 * on one machine. Each process starts its own relay and consumers. This process opens no database: one that hangs while it holds
 * a lock must not keep the gateway from answering.
 *
 * @throws Error when one cannot be started; the others are stopped then. What `signal` was aborted with, when it was
 */
export async function openHttpServices(foundation: Foundation, signal: AbortSignal): Promise<Services> {
  const { result: processes, close: stopProcesses } = await startAll(foundation, signal);
  const transports = new Map(processes.map((running) => [running.name, createTransport(foundation, running)]));
  const close = async () => {
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await stopProcesses();
  };
  return {
    transports,
    start: async () => undefined,
    readiness: async () => joinReadiness(await Promise.all(processes.map((each) => each.readiness()))),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Nobody waits for the others once one has failed. */
function startAll(foundation: Foundation, signal: AbortSignal) {
  const failure = new AbortController();
  // The processes follow both for as long as they live, so nobody lets go of them.
  const either = joinSignals([signal, failure.signal]).signal;
  return openTogether(
    serviceNames.map((name) =>
      startSubgraphProcess(foundation, { name, signal: either }).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
}

const createTransport = ({ internalTokens }: Foundation, { name, url }: SubgraphProcess) =>
  createHttpTransport({
    name,
    url,
    socketToken: () => internalTokens.issue({ principal: anonymous, audience: name }),
  });
