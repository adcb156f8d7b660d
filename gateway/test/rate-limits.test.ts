import { expect, test } from '@jest/globals';
import { anonymous, type Principal } from '@meridian/platform/identity/principal';
import { createRateLimits } from '../src/edge/rate-limits.ts';

const two = { operations: 2, windowInSeconds: 60 };
const budgets = { publicPerAddress: two, anonymousPerAddress: two, perUser: two };
const user = (userId: string): Principal => ({
  kind: 'user',
  userId,
  sessionId: 'ses_1',
  roles: ['TRAVELER'],
  scopes: [],
});

test('each user, and each address of a stranger, has a budget of its own on each door', async () => {
  const { take } = createRateLimits(budgets);
  const asked = [
    { view: 'firstParty' as const, principal: anonymous, address: '192.0.2.1' },
    { view: 'firstParty' as const, principal: anonymous, address: '192.0.2.2' },
    { view: 'public' as const, principal: anonymous, address: '192.0.2.1' },
    { view: 'firstParty' as const, principal: user('usr_1'), address: '192.0.2.1' },
    { view: 'firstParty' as const, principal: user('usr_2'), address: '192.0.2.1' },
  ];
  for (const request of asked) {
    const answers = [await take(request), await take(request), await take(request)];
    expect(answers.map((refusal) => refusal?.code)).toEqual([undefined, undefined, 'RATE_LIMITED']);
    expect(answers[2]?.retryAfterInSeconds).toBeGreaterThan(0);
  }
});

test('a flood of addresses takes bounded memory, and does not free who keeps asking', async () => {
  const { take } = createRateLimits(budgets, 10);
  const ask = (address: string) => take({ view: 'firstParty', principal: anonymous, address });
  const codes: (string | undefined)[] = [];
  for (let round = 0; round < 4; round += 1) {
    codes.push((await ask('192.0.2.1'))?.code);
    for (let number = 0; number < 9; number += 1) await ask(`198.51.100.${round * 9 + number}`);
  }
  expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', 'RATE_LIMITED']);
  // The one that was quiet for longest is forgotten: that is the bound.
  expect([await ask('198.51.100.0'), await ask('198.51.100.0')]).toEqual([undefined, undefined]);
  for (let number = 0; number < 10; number += 1) await ask(`203.0.113.${number}`);
  expect(await ask('192.0.2.1')).toBeUndefined();
});
