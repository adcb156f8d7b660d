import { expect, test } from '@jest/globals';
import { defaultOptions } from './default-options.ts';
import { readGatewayEnvironment } from './environment.ts';

test('the defaults are safe', () => {
  const read = readGatewayEnvironment({ MERIDIAN_DATA: '/data' });
  expect(read).toMatchObject({
    ok: true,
    environment: {
      GATEWAY_HOST: '127.0.0.1',
      SECURE_COOKIES: true,
      TRUST_PROXY: 'nobody',
      INTROSPECTION: 'admins',
      ALLOWED_ORIGINS: [],
    },
  });
});

test('what is not set is as it is for every gateway', () => {
  const read = readGatewayEnvironment({ MERIDIAN_DATA: '/data' });
  expect(read).toMatchObject({
    environment: {
      ALLOWED_ORIGINS: defaultOptions.allowedOrigins,
      SECURE_COOKIES: defaultOptions.secureCookies,
      TRUST_PROXY: defaultOptions.trustProxy,
      INTROSPECTION: defaultOptions.introspection,
      FETCH_TIMEOUT_MS: defaultOptions.fetchTimeoutInMs,
    },
  });
});

test('addresses of subgraphs are read by name', () => {
  const read = readGatewayEnvironment({
    MERIDIAN_DATA: '/d',
    SUBGRAPH_URLS: 'users=http://u:1/graphql, deals=https://d/graphql',
  });
  expect(read.ok && [...read.environment.SUBGRAPH_URLS]).toEqual([
    ['users', 'http://u:1/graphql'],
    ['deals', 'https://d/graphql'],
  ]);
});

test('all problems come at once, by name', () => {
  const read = readGatewayEnvironment({
    SUBGRAPH_URLS: 'users',
    ALLOWED_ORIGINS: 'https://a.test/path',
    GATEWAY_PORT: 'http',
    INTROSPECTION: 'some',
  });
  const problems = read.ok ? [] : read.problems;
  for (const name of ['MERIDIAN_DATA', 'SUBGRAPH_URLS', 'ALLOWED_ORIGINS', 'GATEWAY_PORT', 'INTROSPECTION']) {
    expect(problems.filter((problem) => problem.startsWith(name))).toHaveLength(1);
  }
});
