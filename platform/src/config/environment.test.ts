import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { countSetting, flagSetting, logLevelSetting, portSetting, readEnvironment } from './environment.ts';

const schema = z.object({
  PORT: portSetting.default(4000),
  DATABASE_URL: z.url('Use an address such as mysql://host/name'),
  ALLOW: flagSetting.default(false),
  LIMIT: countSetting.optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
});

describe('readEnvironment', () => {
  test('reads settings, applies defaults and ignores what it does not know', () => {
    expect(
      readEnvironment(schema, { PORT: '0', DATABASE_URL: 'mysql://h/n', ALLOW: '1', LIMIT: '7', HOME: '/root' }),
    ).toEqual({
      ok: true,
      environment: { PORT: 0, DATABASE_URL: 'mysql://h/n', ALLOW: true, LIMIT: 7, LOG_LEVEL: 'info' },
    });
  });

  test('names all problems at once, in words, and never a value', () => {
    const result = readEnvironment(schema, { PORT: 's3cret', ALLOW: 'yes', LIMIT: '-1', LOG_LEVEL: 'loud' });
    expect(result).toEqual({
      ok: false,
      problems: [
        'PORT: Use a port number from 0 to 65535.',
        'DATABASE_URL is not set. Use an address such as mysql://host/name.',
        'ALLOW: Use 1 or true to switch it on, 0 or false to switch it off.',
        'LIMIT: Use a whole number of 0 or more.',
        'LOG_LEVEL: Use one of debug, info, warn, error, silent.',
      ],
    });
  });

  test('an empty variable counts as not set', () => {
    expect(readEnvironment(schema, { PORT: '', DATABASE_URL: 'mysql://h/n' })).toMatchObject({
      environment: { PORT: 4000 },
    });
    expect(readEnvironment(schema, { DATABASE_URL: '' })).toMatchObject({
      problems: [expect.stringContaining('is not set')],
    });
  });

  test('a port beyond 65535 is refused', () => {
    expect(readEnvironment(z.object({ PORT: portSetting }), { PORT: '65536' })).toMatchObject({ ok: false });
  });
});
