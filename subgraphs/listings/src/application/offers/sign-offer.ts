import type { Principal } from '@meridian/platform/identity/principal';
import type { Clock } from '@meridian/platform/time/clock';
import { OFFER_LIFETIME_IN_SECONDS } from '@meridian/schema/contracts/offer';
import type { Offer } from '../../domain/offer.ts';
import type { OfferSigner } from '../../ports/offer-signer.ts';
import { userOf } from '../caller.ts';
import { claimsOf } from './offer-claims.ts';

/** What it works with. */
export type SignOfferDeps = Readonly<{ signer: OfferSigner; clock: Clock }>;

/** Which offer, and who wants it. */
export type SignOfferRequest = Readonly<{ principal: Principal; offer: Offer }>;

/** Makes an offer binding, for its caller alone; for everybody when the caller has not signed in. */
export const createSignOffer =
  ({ signer, clock }: SignOfferDeps) =>
  ({ principal, offer }: SignOfferRequest): Promise<string> =>
    signer.sign(
      claimsOf(offer, {
        audience: userOf(principal) ?? 'public',
        issuedAtInSeconds: Math.floor(clock.now() / 1000),
      }),
    );

/** When a token that is made now expires, epoch milliseconds. */
export const expiryOf = (clock: Clock): number => (Math.floor(clock.now() / 1000) + OFFER_LIFETIME_IN_SECONDS) * 1000;
