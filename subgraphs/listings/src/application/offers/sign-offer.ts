import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import { OFFER_LIFETIME_IN_SECONDS } from '@meridian/schema/contracts/offer';
import type { Offer } from '../../domain/offer.ts';
import type { OfferSigner } from '../../ports/offer-signer.ts';
import { claimsOf } from './offer-claims.ts';

export type SignOfferDeps = Readonly<{ signer: OfferSigner; clock: Clock }>;

/** Who may use an offer that this caller gets. */
export const audienceOf = (principal: Principal): string => (principal.kind === 'user' ? principal.userId : 'public');

/** Makes an offer binding, for its caller alone. */
export const createSignOffer =
  ({ signer, clock }: SignOfferDeps) =>
  (offer: Offer, principal: Principal): Promise<string> =>
    signer.sign(
      claimsOf(offer, { audience: audienceOf(principal), issuedAtInSeconds: Math.floor(clock.now() / 1000) }),
    );

/** When a token that is made now expires, epoch milliseconds. */
export const expiryOf = (clock: Clock): number => (Math.floor(clock.now() / 1000) + OFFER_LIFETIME_IN_SECONDS) * 1000;
