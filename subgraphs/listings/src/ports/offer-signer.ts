import type { OfferClaims } from '@meridian/schema/contracts/offer';

/** Makes offers binding. */
export interface OfferSigner {
  /** A JWS over the claims, verifiable with the public keys that bookings holds. */
  sign(claims: OfferClaims): Promise<string>;
}
