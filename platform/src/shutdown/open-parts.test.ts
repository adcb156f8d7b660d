import { describe, expect, test } from '@jest/globals';
import { openParts, openTogether } from './open-parts.ts';

/** Parts that write down when they are closed. */
function createParts() {
  const closed: string[] = [];
  const part = (name: string, failure?: Error) => ({
    name,
    async [Symbol.asyncDispose]() {
      closed.push(name);
      if (failure) throw failure;
    },
  });
  return { closed, part };
}

describe('parts that stand on each other', () => {
  test('are closed together, the last first', async () => {
    const { closed, part } = createParts();
    const opened = await openParts(async (keep) => [keep(part('database')).name, keep(part('consumer')).name]);
    expect([opened.result, closed]).toEqual([['database', 'consumer'], []]);
    await opened.close();
    expect(closed).toEqual(['consumer', 'database']);
  });

  test('when one cannot be opened those before it are closed, and its failure is told', async () => {
    const { closed, part } = createParts();
    const opening = openParts(async (keep) => {
      keep(part('database'));
      keep(part('relay', new Error('the relay does not close')));
      throw new Error('no consumer');
    });
    await expect(opening).rejects.toThrow('no consumer');
    expect(closed).toEqual(['relay', 'database']);
  });

  test('one that does not close keeps no other open, and is told', async () => {
    const { closed, part } = createParts();
    const opened = await openParts(async (keep) => {
      keep(part('database'));
      keep(part('consumer', new Error('stuck')));
    });
    await expect(opened.close()).rejects.toThrow('stuck');
    expect(closed).toEqual(['consumer', 'database']);
  });
});

describe('parts that open at the same time', () => {
  test('are closed together', async () => {
    const { closed, part } = createParts();
    const opened = await openTogether(['users', 'deals'].map(async (name) => part(name)));
    expect([opened.result.map(({ name }) => name), closed]).toEqual([['users', 'deals'], []]);
    await opened.close();
    expect(closed).toEqual(['users', 'deals']);
  });

  test('when one fails, all that opened are closed, also one that opens only later', async () => {
    const { closed, part } = createParts();
    const slow = new Promise<ReturnType<typeof part>>((resolve) => setImmediate(() => resolve(part('slow'))));
    const openings = [Promise.resolve(part('quick')), Promise.reject(new Error('no port')), slow];
    await expect(openTogether(openings)).rejects.toThrow('no port');
    expect(closed).toEqual(['quick', 'slow']);
  });
});
