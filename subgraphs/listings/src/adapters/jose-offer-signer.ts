import type { KeyObject } from 'node:crypto';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { SignJWT } from 'jose';
import type { OfferSigner } from '../ports/offer-signer.ts';

/** A private Ed25519 key and its name. */
export type OfferKey = Readonly<{ kid: string; privateKey: KeyObject }>;

/** Signs offers with the first key of a ring (JWS, EdDSA, RFC 8037). The key is imported once, at the start of the process. */
export const createJoseOfferSigner = ([{ kid, privateKey }]: readonly [OfferKey, ...OfferKey[]]): OfferSigner => ({
  sign: (claims: OfferClaims) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid, typ: 'offer+jwt' }).sign(privateKey),
});
