import { describe, expect, test } from '@jest/globals';
import { createIds, createSequentialIds } from '@meridian/platform/ids/ids';
import { buildSchema, parse, print } from 'graphql';
import { createSessionCarrier } from '../src/edge/session-carrier.ts';

const schema = buildSchema(`
  type Query { me: Person }
  type Mutation { signIn: Answer rename: Person }
  union Answer = Session | Refusal
  type Session { access: String token: String endsAt: String friend: Person }
  type Refusal { why: String }
  type Person { name: String }
`);
const fields = { type: 'Session', tokenField: 'token', expiresAtField: 'endsAt' };

const [type, token, expiresAt] = [1, 2, 3].map((number) => `edge_${String(number).padStart(22, '0')}`) as [
  string,
  string,
  string,
];
const openCarrier = () => createSessionCarrier(fields, createSequentialIds());
const issued = { sessionToken: 'secret', expiresAt: Date.UTC(2030, 0, 1) };
const woven = { [type]: 'Session', [token]: 'secret', [expiresAt]: '2030-01-01T00:00:00Z' };

describe('what the edge reads of a session', () => {
  test('is asked for wherever the session may stand, and nowhere else', () => {
    const document = openCarrier().weave(parse('mutation { signIn { __typename } rename { name } }'), schema);
    const selected = `... on Session { ${type}: __typename ${token}: token ${expiresAt}: endsAt }`;
    expect(document && print(document)).toBe(
      print(parse(`mutation { signIn { __typename ${selected} } rename { name } }`)),
    );
    expect(openCarrier().weave(parse('mutation { rename { name } }'), schema)).toBeUndefined();
  });

  test('is taken out of the answer', () => {
    const data = { signIn: [{ ...woven, access: 'granted' }] };
    expect(openCarrier().take(data)).toEqual(issued);
    expect(data).toEqual({ signIn: [{ access: 'granted' }] });
  });

  test("is taken of the session's type only, whatever a client calls his own fields", () => {
    const own = { [token]: 'mine', [expiresAt]: '2031-01-01T00:00:00Z' };
    const data = { signIn: { ...woven, friend: { ...own } }, rename: { ...own, [type]: 'Person' }, ...own };
    expect(openCarrier().take(data)).toEqual(issued);
    expect(data).toEqual({ signIn: { friend: own }, rename: { ...own, [type]: 'Person' }, ...own });
  });

  test('has names that no client can know', () => {
    const nameOf = () => {
      const document = createSessionCarrier(fields, createIds()).weave(
        parse('mutation { signIn { __typename } }'),
        schema,
      );
      return document && print(document);
    };
    expect(nameOf()).not.toBe(nameOf());
  });

  test('does not show in the path of an error', () => {
    const { pathWithin } = openCarrier();
    expect(pathWithin(['signIn', 0, token])).toEqual(['signIn', 0]);
    expect(pathWithin(['signIn', 0, 'access'])).toEqual(['signIn', 0, 'access']);
  });
});
