import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { SignJWT } from 'jose';

/** A key pair of listings, made for a test. */
export type OfferKey = Readonly<{ kid: string; privateKey: KeyObject; publicKey: KeyObject }>;

export function createOfferKey(): OfferKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const text = JSON.stringify(publicKey.export({ format: 'jwk' }));
  return { kid: createHash('sha256').update(text).digest('base64url'), privateKey, publicKey };
}

/** The claims of an offer for one seat, as listings would make them at an instant. */
export function offerAt(nowInMs: number, changes: Partial<OfferClaims> = {}): OfferClaims {
  const iat = Math.floor(nowInMs / 1000);
  return {
    iss: 'meridian/listings',
    aud: 'public',
    jti: 'off_test',
    iat,
    exp: iat + 900,
    listingId: 'flt_1',
    listingVersion: 1,
    kind: 'FLIGHT',
    ownerId: 'usr_owner',
    currency: 'EUR',
    totalMinor: 12_345,
    lines: [
      { kind: 'PRICE', label: 'Fare', amountMinor: 10_000 },
      { kind: 'TAX', label: 'Airport tax', amountMinor: 2_000 },
      { kind: 'FEE', label: 'Service fee', amountMinor: 345 },
    ],
    slots: [{ resource: 'ME100.SIN.2027-03-01/ECONOMY', slot: '2027-03-01', units: 1, bucket: 'far_1' }],
    party: { adults: 1, children: 0 },
    cancellation: {
      name: 'MODERATE',
      steps: [
        { hoursBefore: 120, refundPercent: 100 },
        { hoursBefore: 24, refundPercent: 50 },
      ],
    },
    instantBook: true,
    snapshot: {
      title: 'Singapore to Lisbon',
      place: 'Singapore – Lisbon',
      city: 'Lisbon',
      countryCode: 'PT',
      startsAt: '2027-03-01T09:30',
      endsAt: '2027-03-01T20:10',
      timeZone: 'Asia/Singapore',
      endTimeZone: 'Europe/Lisbon',
      flightNumbers: ['SQ 321', 'TP 12'],
    },
    ...changes,
  };
}

/** Signs claims as listings does. */
export const sign = (
  claims: OfferClaims,
  key: OfferKey,
  header: { kid?: string; typ?: string } = {},
): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'offer+jwt', ...header })
    .sign(key.privateKey);
