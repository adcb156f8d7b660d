import { createHttpTransport } from '@meridian/gateway/transports/http-transport';
import { anonymous } from '@meridian/platform/identity/principal';
import type { Foundation } from './foundation.ts';
import { type Services, serviceNames } from './services.ts';
import { type SubgraphProcess, startSubgraphProcess } from './subgraph-process.ts';

/**
 * Runs each subgraph as a process of its own, reached over HTTP and graphql-ws, all on one data folder: the shape of a fleet,
 * on one machine. Each process starts its own relay and consumers.
 */
export async function openHttpServices(foundation: Foundation): Promise<Services> {
  const processes = await Promise.all(serviceNames.map((name) => startSubgraphProcess(foundation, name)));
  const transports = new Map(processes.map((running) => [running.name, createTransport(foundation, running)]));
  const close = async () => {
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await Promise.all(processes.map((running) => running.stop()));
  };
  return {
    transports,
    start: async () => undefined,
    readiness: () => readinessOf(foundation, processes),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const createTransport = ({ internalTokens }: Foundation, { name, url }: SubgraphProcess) =>
  createHttpTransport({
    name,
    url,
    socketToken: () => internalTokens.issue({ principal: anonymous, audience: name }),
  });

async function readinessOf({ log }: Foundation, processes: readonly SubgraphProcess[]) {
  const behind = (await log.lag()).reduce((sum, { lag }) => sum + lag, 0);
  const reasons = [
    ...processes.filter((each) => !each.isRunning()).map(({ name }) => `The subgraph ${name} does not run.`),
    ...(behind === 0 ? [] : [`${behind} events are still to be consumed.`]),
  ];
  return { ready: reasons.length === 0, reasons };
}
