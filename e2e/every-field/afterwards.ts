import { join } from 'node:path';
import { openFoundation } from '@meridian/embedded/foundation';
import { createHost } from '@meridian/embedded/host';
import { openInProcessServices } from '@meridian/embedded/in-process-services';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { anonymous } from '@meridian/platform/identity/principal';
import { silentLogger } from '@meridian/platform/observability/logger';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { ExecutionResult } from 'graphql';

/** A data folder that a server has left, run in this process: its time can be moved, and it can be reached behind the gateway. */
export interface Afterwards extends AsyncDisposable {
  readonly address: string;
  /** Lets time pass there. */
  advance(stepInMs: number): void;
  now(): number;
  /** Asks a subgraph as nobody, without the gateway's leave. */
  askBehind(subgraph: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** Changes what a service has stored. Answers how many rows that were. */
  change(service: string, sql: string, params?: readonly (string | number)[]): Promise<number>;
}

/** Opens the folder. Nothing else may run on it. */
export async function openAfterwards(data: string): Promise<Afterwards> {
  let aheadInMs = 0;
  const clock = { now: () => Date.now() + aheadInMs };
  const foundation = await openFoundation(await openDataFolder(data), { clock, logger: silentLogger });
  const services = await openInProcessServices(foundation);
  const host = await createHost(foundation, services, { marketReadiness: () => ({ ready: true, reasons: [] }) });
  const { url: address } = await host.listen({ port: 0 });
  await services.start();
  return {
    address,
    now: clock.now,
    advance: (stepInMs) => {
      aheadInMs += stepInMs;
    },
    async askBehind(subgraph, query, variables) {
      const transport = services.transports.get(subgraph);
      if (!transport) throw new Error(`There is no subgraph "${subgraph}".`);
      const token = foundation.internalTokens.issue({ principal: anonymous, audience: subgraph });
      const call = { envelope: { token, requestId: 'req_behind' }, signal: AbortSignal.timeout(10_000) };
      return transport.execute({ query, variables }, call);
    },
    async change(service, sql, params = []) {
      await using database = await openSqliteDatabase({ file: join(data, `${service}.db`) });
      return await database.execute(sql, params);
    },
    async [Symbol.asyncDispose]() {
      await host.close();
      await services.close();
    },
  };
}
