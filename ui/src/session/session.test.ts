import { describe, expect, test } from '@jest/globals';
import { createSession, SessionUnavailable } from './session.ts';

const issued = (token: string, expiresAt = '2027-01-01T00:10:00Z') => ({
  data: { refreshSession: { accessToken: token, accessTokenExpiresAt: expiresAt } },
});

/** A browser with one tab, its server's answers in order, and what was asked. */
function openBrowser({ answers = [] as readonly (object | number | string)[], hint = true } = {}) {
  const kept = new Map(hint ? [['meridian.session', '1']] : []);
  const asked: string[] = [];
  const told: unknown[] = [];
  const clock = { now: Date.parse('2027-01-01T00:00:00Z') };
  const queue = [...answers];
  let hear: (message: MessageEvent) => void = () => {};
  const session = createSession({
    fetch: async (path) => {
      asked.push(String(path));
      const answer = queue.shift() ?? 500;
      if (typeof answer === 'string') return new Response(answer, { headers: { 'content-type': 'text/html' } });
      return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
    },
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    alone: (work) => work(),
    channel: {
      postMessage: (message: unknown) => void told.push(message),
      addEventListener: (_type: string, listener: unknown) => {
        hear = listener as typeof hear;
      },
    },
    now: () => clock.now,
  });
  return { session, asked, told, kept, clock, tell: (data: unknown) => hear({ data } as MessageEvent) };
}

describe('a session', () => {
  test('of a stranger asks nothing', async () => {
    const { session, asked } = openBrowser({ hint: false });
    expect(session.get()).toEqual({ status: 'signedOut' });
    expect(await session.accessToken()).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('asks once for all who need a token at the same time', async () => {
    const { session, asked } = openBrowser({ answers: [issued('one')] });
    expect(await Promise.all([session.accessToken(), session.accessToken(), session.accessToken()])).toEqual(
      Array(3).fill('one'),
    );
    expect(asked).toEqual(['/auth/refresh']);
  });

  test('renews a token before it ends, not after', async () => {
    const { session, asked, clock } = openBrowser({ answers: [issued('one'), issued('two', '2027-01-01T00:20:00Z')] });
    await session.accessToken();
    clock.now += 570_000;
    expect(await session.accessToken()).toBe('one');
    clock.now += 15_000;
    expect(await session.accessToken()).toBe('two');
    expect(asked).toHaveLength(2);
  });

  test('that has ended is forgotten here and in all tabs', async () => {
    const { session, told, kept } = openBrowser({ answers: [401] });
    expect(await session.accessToken()).toBeUndefined();
    expect([session.get(), told]).toEqual([{ status: 'signedOut', hasExpired: true }, ['expired']]);
    // Whoever opens another page hears of it without asking the server; only a sign-out leaves no trace.
    expect([...kept.values()]).toEqual(['expired']);
  });

  test.each([
    ...[500, 503, 429, 403, 404],
    '<h1>Sign in to this network</h1>',
    'null',
    { data: null },
    { data: { refreshSession: null } },
  ])('is kept when %p is answered: it may go on', async (answer) => {
    const { session, kept, told } = openBrowser({ answers: [answer, issued('one')] });
    await expect(session.accessToken()).rejects.toThrow(SessionUnavailable);
    expect([session.get().status, [...kept.values()], told]).toEqual(['unknown', ['1'], []]);
    expect(await session.accessToken()).toBe('one');
  });

  test('ends only when the server says so', async () => {
    const { session, told } = openBrowser({ answers: [issued('one'), 503, 403, {}] });
    await session.accessToken();
    for (const _refusal of [503, 403]) {
      await expect(session.end()).rejects.toThrow(SessionUnavailable);
      expect(session.get().status).toBe('signedIn');
    }
    await session.end();
    expect([session.get().status, told]).toEqual(['signedOut', ['ended']]);
  });

  test('follows what other tabs do', async () => {
    const { session, tell } = openBrowser({ answers: [issued('one')], hint: false });
    tell('begun');
    expect(session.get().status).toBe('unknown');
    expect(await session.accessToken()).toBe('one');
    tell('ended');
    expect(session.get().status).toBe('signedOut');
  });

  test('gives way to another one that begins in another tab', async () => {
    const { session, tell } = openBrowser({ answers: [issued('one'), issued('two')] });
    await session.accessToken();
    const states: string[] = [];
    session.subscribe(() => states.push(session.get().status));
    tell('begun');
    expect(states).toEqual(['signedOut', 'unknown']);
    expect(await session.accessToken()).toBe('two');
  });

  test('is not taken up again by an answer that was on its way when it ended', async () => {
    const { session, tell } = openBrowser({ answers: [issued('one')] });
    const asked = session.accessToken();
    tell('ended');
    await expect(asked).rejects.toThrow(SessionUnavailable);
    expect(session.get().status).toBe('signedOut');
  });
});
