import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';
import { addressIn, serviceSettings } from './service-settings.ts';

const settings = serviceSettings('stars', 4010).extend({ STARS_SHOWN: z.string().default('7') });

test('a service without a variable listens on its own port on loopback, on the shared folder', () => {
  const read = readEnvironment(settings, {});
  expect(read).toEqual({
    ok: true,
    environment: {
      MERIDIAN_DATA: 'data',
      LOG_LEVEL: 'info',
      EVENT_LOG_KEEP_DAYS: 30,
      STARS_HOST: '127.0.0.1',
      STARS_PORT: 4010,
      STARS_SHOWN: '7',
    },
  });
  expect(read.ok && addressIn('stars', read.environment)).toEqual({ host: '127.0.0.1', port: 4010 });
});

test("a service's address is under its own name: another's variables are nothing to it", () => {
  const read = readEnvironment(settings, { STARS_PORT: '0', STARS_HOST: '::1', PLANETS_PORT: '9' });
  expect(read.ok && addressIn('stars', read.environment)).toEqual({ host: '::1', port: 0 });
});

test('every problem is told at once, by the name of its variable', () => {
  const read = readEnvironment(settings, { STARS_PORT: 'http', LOG_LEVEL: 'loud', EVENT_LOG_KEEP_DAYS: '0' });
  expect(read.ok ? [] : read.problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    'EVENT_LOG_KEEP_DAYS',
    'LOG_LEVEL',
    'STARS_PORT',
  ]);
});
