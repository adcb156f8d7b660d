import { expect, test } from '@jest/globals';
import { createLogger } from '@meridian/platform/observability/logger';
import { describeContract } from '@meridian/platform/testkit/contract-suite';
import { admin, asUser, openAnalyticsService, openSqlStores, startOfTests } from './harness.ts';
import { logRecordsCases } from './log-records.contract.ts';

describeContract('LogRecords on SQLite', logRecordsCases, openSqlStores);

const now = new Date(startOfTests).toISOString();
const query = `query ($requestId: ID, $after: Cursor) { logRecords(requestId: $requestId, first: 1, after: $after) {
  edges { node { time level service requestId message fields } } pageInfo { hasNextPage endCursor } } }`;

test('what a service logs can be read by operators, without its secrets', async () => {
  await using service = await openAnalyticsService();
  const { logs } = service.analytics.application;
  // The logger's clock is the wall's, the service's is the test's: what lies before the test's last week would be forgotten.
  const asOfTest = { write: (line: string) => logs.write(line.replace(/"time":"[^"]*"/, `"time":"${now}"`)) };
  const logger = createLogger({ service: 'bookings', level: 'debug', destination: asOfTest });
  logger.child({ requestId: 'req_7' }).error({ bookingId: 'bkg_1', password: 'hunter2' }, 'A booking failed.');
  logger.info({}, 'Another line.');
  logs.write('not a log line\n{"level":"info"}\n');
  await logs.flush();
  const { data, errors } = await service.ask({ query, variables: { requestId: 'req_7' }, as: admin });
  expect(errors).toBeUndefined();
  expect(data?.logRecords).toEqual({
    edges: [
      {
        node: {
          time: now,
          level: 'ERROR',
          service: 'bookings',
          requestId: 'req_7',
          message: 'A booking failed.',
          fields: { bookingId: 'bkg_1', password: '[redacted]' },
        },
      },
    ],
    pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
  });
  const own = await service.ask({ query, as: admin });
  expect(own.data?.logRecords).toMatchObject({
    edges: [{ node: { message: 'Another line.' } }],
    pageInfo: { hasNextPage: true },
  });
  const refused = await service.ask({ query, as: asUser(['SUPPORT', 'ANALYST']) });
  expect(refused.data).toEqual({ logRecords: null });
});

test('a cursor of log records goes on with the filter that it was made under, and with no other', async () => {
  await using service = await openAnalyticsService();
  const { logs } = service.analytics.application;
  for (const id of ['req_1', 'req_1', 'req_2'])
    logs.write(
      `${JSON.stringify({ time: now, level: 'error', service: 'deals', requestId: id, msg: 'It failed.' })}\n`,
    );
  await logs.flush();
  const ask = (variables: Readonly<Record<string, unknown>>) => service.ask({ query, variables, as: admin });
  const { data } = await ask({ requestId: 'req_1' });
  const page = data?.logRecords as { pageInfo: { hasNextPage: boolean; endCursor: string } };
  expect(page.pageInfo.hasNextPage).toBe(true);
  const after = page.pageInfo.endCursor;
  expect((await ask({ requestId: 'req_1', after })).errors).toBeUndefined();
  for (const requestId of ['req_2', undefined])
    expect((await ask({ requestId, after })).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});
