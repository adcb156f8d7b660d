import { describe, expect, test } from '@jest/globals';
import { createLogger, type LogLevel, silentLogger } from './logger.ts';

function openLog(level: LogLevel = 'debug') {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({
    service: 'test',
    level,
    destination: { write: (line) => lines.push(JSON.parse(line)) },
  });
  return { logger, lines };
}

describe('logger', () => {
  test('writes level, time, service, fields and message as one JSON object', () => {
    const { logger, lines } = openLog();
    logger.info({ count: 3 }, 'It ran.');
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), service: 'test', count: 3, message: 'It ran.' },
    ]);
  });

  test('is silent below its level', () => {
    const { logger, lines } = openLog('warn');
    logger.debug({}, 'a');
    logger.info({}, 'b');
    logger.warn({}, 'c');
    logger.error({}, 'd');
    expect(lines.map((line) => line.message)).toEqual(['c', 'd']);
    silentLogger.child({}).error({}, 'nothing');
  });

  test('never writes a secret, at any depth, in a child or in an error', () => {
    const { logger, lines } = openLog();
    const secret = 'hunter2';
    const error = Object.assign(new Error('refused'), { request: { headers: { authorization: secret } } });
    logger.child({ apiKey: secret }).error(
      {
        password: secret,
        nested: [{ refreshToken: secret, 'set-cookie': secret, ssn: secret, cardNumber: secret }],
        error,
      },
      'Sign-in failed.',
    );
    expect(JSON.stringify(lines)).not.toContain(secret);
    expect(lines[0]).toMatchObject({ password: '[redacted]', apiKey: '[redacted]', error: { message: 'refused' } });
  });

  test('keeps what only sounds similar', () => {
    const { logger, lines } = openLog();
    logger.info({ tokens: 12, keyCount: 2, at: new Date(0) }, 'ok');
    expect(lines[0]).toMatchObject({ tokens: 12, keyCount: 2, at: '1970-01-01T00:00:00.000Z' });
  });

  test('a circular or very deep object neither throws nor hangs', () => {
    const { logger, lines } = openLog();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    logger.warn({ circular }, 'round');
    expect(JSON.stringify(lines[0])).toContain('[too deep]');
  });
});
