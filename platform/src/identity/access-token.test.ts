import { beforeEach, describe, expect, test } from '@jest/globals';
import { type JWTHeaderParameters, SignJWT } from 'jose';
import { createSecrets } from '../config/secrets.ts';
import { createManualClock } from '../time/manual-clock.ts';
import { createAccessTokenIssuer, createAccessTokenVerifier, jwksOf } from './access-token.ts';
import { scopesOf } from './scopes.ts';

const issuer = 'https://meridian.test';
const session = { userId: 'usr_1', sessionId: 'ses_1', roles: ['OWNER'] } as const;
const invalid = { ok: false, reason: 'invalid' };
const secrets = createSecrets();
const stranger = createSecrets();
const jwks = jwksOf(secrets.accessKeys);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

describe('access tokens', () => {
  let clock = createManualClock(0);
  const open = (keys = secrets.accessKeys) => createAccessTokenIssuer({ keys, clock, issuer });
  const verify = (token: string) => createAccessTokenVerifier({ jwks, clock, issuer }).verify(token);
  beforeEach(() => {
    clock = createManualClock(1_790_000_000_000);
  });

  test('name user, session, roles and the scopes that they grant', async () => {
    const { token, expiresAt } = await open().issue(session);
    expect(await verify(token)).toEqual({
      ok: true,
      principal: { kind: 'user', ...session, scopes: scopesOf(['OWNER']) },
      expiresAt,
    });
    expect(expiresAt).toBe(clock.now() + 600_000);
  });

  test('end at the instant of expiry, not after it', async () => {
    const { token } = await open().issue(session);
    clock.advance(599_999);
    expect(await verify(token)).toMatchObject({ ok: true });
    clock.advance(1);
    expect(await verify(token)).toEqual({ ok: false, reason: 'expired' });
  });

  test('a changed byte anywhere is refused', async () => {
    const { token } = await open().issue(session);
    for (const part of [0, 1, 2]) {
      const parts = token.split('.');
      const text = parts[part] ?? '';
      parts[part] = `${text.slice(0, 5)}${text[5] === 'A' ? 'B' : 'A'}${text.slice(6)}`;
      expect(await verify(parts.join('.'))).toEqual(invalid);
    }
  });

  test('raised roles under the old signature are refused', async () => {
    const [head, payload, signature] = (await open().issue(session)).token.split('.');
    const raised = encode({ ...decode(payload), roles: ['ADMIN'] });
    expect(await verify(`${head}.${raised}.${signature}`)).toEqual(invalid);
  });

  test.each(['none', 'None', 'HS256'])('alg %s is refused', async (alg) => {
    const [, payload, signature] = (await open().issue(session)).token.split('.');
    const head = encode({ alg, typ: 'at+jwt', kid: secrets.accessKeys[0].kid });
    expect(await verify(`${head}.${payload}.`)).toEqual(invalid);
    expect(await verify(`${head}.${payload}.${signature}`)).toEqual(invalid);
  });

  test('the public key used as an HMAC secret is refused', async () => {
    const publicKey = Buffer.from(jwks.keys[0]?.x ?? '', 'base64url');
    const token = await new SignJWT({ sid: 'ses_1', roles: ['ADMIN'] })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: secrets.accessKeys[0].kid })
      .setSubject('usr_1')
      .setIssuer(issuer)
      .setAudience('meridian')
      .setExpirationTime('1h')
      .sign(publicKey);
    expect(await verify(token)).toEqual(invalid);
  });

  test('another key is refused, under an unknown kid and under ours', async () => {
    const { token } = await open(stranger.accessKeys).issue(session);
    expect(await verify(token)).toEqual(invalid);
    const underOurs = { ...stranger.accessKeys[0], kid: secrets.accessKeys[0].kid };
    expect(await verify((await open([underOurs]).issue(session)).token)).toEqual(invalid);
  });

  test('an older key still verifies after a rotation', async () => {
    const { token } = await open().issue(session);
    const rotated = jwksOf([...stranger.accessKeys, ...secrets.accessKeys]);
    expect(await createAccessTokenVerifier({ jwks: rotated, clock, issuer }).verify(token)).toMatchObject({ ok: true });
  });

  const signed = (claims: Record<string, unknown>, header: Partial<JWTHeaderParameters> = {}) => {
    const seconds = Math.floor(clock.now() / 1000);
    const whole = {
      iss: issuer,
      aud: 'meridian',
      sub: 'usr_1',
      sid: 'ses_1',
      roles: ['OWNER'],
      iat: seconds,
      exp: seconds + 60,
    };
    return new SignJWT(JSON.parse(JSON.stringify({ ...whole, ...claims })))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: secrets.accessKeys[0].kid, ...header })
      .sign(secrets.accessKeys[0].privateKey);
  };

  test.each([
    ['another audience', { aud: 'elsewhere' }],
    ['another issuer', { iss: 'https://evil.test' }],
    ['no expiry', { exp: undefined }],
    ['no user', { sub: undefined }],
    ['no session', { sid: undefined }],
    ['roles that are no list', { roles: 'ADMIN' }],
  ])('our own signature with %s is refused', async (_, claims) => {
    expect(await verify(await signed({}))).toMatchObject({ ok: true });
    expect(await verify(await signed(claims))).toEqual(invalid);
  });

  test('another kind of token under our key is refused', async () => {
    expect(await verify(await signed({}, { typ: 'offer+jwt' }))).toEqual(invalid);
  });

  test('a role of the future grants nothing', async () => {
    expect(await verify(await signed({ roles: ['EMPEROR', 'OWNER'] }))).toMatchObject({
      principal: { roles: ['OWNER'] },
    });
  });

  test.each(['', 'a', 'a.b.c', '..', 'Bearer x', 'é.é.é'])('"%s" is refused', async (text) => {
    expect(await verify(text)).toEqual(invalid);
  });

  test('keys that cannot be had are a fault, not a bad token', async () => {
    const { token } = await open().issue(session);
    const verifier = createAccessTokenVerifier({ jwks: () => Promise.reject(new Error('no network')), clock, issuer });
    await expect(verifier.verify(token)).rejects.toThrow('no network');
  });

  test('the JWKS document holds no private part', () => {
    expect(jwks.keys).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), kid: secrets.accessKeys[0].kid, alg: 'EdDSA', use: 'sig' },
    ]);
  });
});
