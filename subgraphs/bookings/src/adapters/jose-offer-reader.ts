import type { KeyObject } from 'node:crypto';
import type { Clock } from '@meridian/platform/time/clock';
import { isCurrencyCode } from '@meridian/platform/values/currency';
import { isLocalDateTime, isTimeZone, toInstant } from '@meridian/platform/values/zoned-time';
import { type OfferClaims, offerClaims } from '@meridian/schema/contracts/offer';
import { errors, type JWTHeaderParameters, jwtVerify } from 'jose';
import type { OfferFlaw } from '../domain/failures.ts';
import type { AgreedOffer, OfferReader, OfferReading } from '../ports/offers.ts';

/** A public key of listings and the name under which tokens refer to it. */
export type OfferPublicKey = Readonly<{ kid: string; publicKey: KeyObject }>;

const invalid = (flaw: OfferFlaw): OfferReading => ({ kind: 'INVALID', flaw });

function toOffer(claims: OfferClaims): AgreedOffer {
  const { snapshot } = claims;
  return {
    listingId: claims.listingId,
    listingVersion: claims.listingVersion,
    kind: claims.kind,
    ownerId: claims.ownerId,
    offerId: claims.jti,
    currency: claims.currency,
    totalMinor: claims.totalMinor,
    lines: claims.lines,
    slots: claims.slots,
    party: claims.party,
    cancellation: claims.cancellation,
    instantBook: claims.instantBook,
    memory: { ...snapshot, startsAt: snapshot.startsAt.slice(0, 16), endsAt: snapshot.endsAt.slice(0, 16) },
    startsAtInMs: toInstant(snapshot.startsAt, snapshot.timeZone),
    endsAtInMs: toInstant(snapshot.endsAt, snapshot.endTimeZone),
  };
}

/** Signed by us, but not something that can be booked: a fault of the signer, which must not become a charge. */
function isConsistent(claims: OfferClaims): boolean {
  const { snapshot } = claims;
  return (
    claims.lines.reduce((total, line) => total + line.amountMinor, 0) === claims.totalMinor &&
    isCurrencyCode(claims.currency) &&
    isTimeZone(snapshot.timeZone) &&
    isTimeZone(snapshot.endTimeZone) &&
    isLocalDateTime(snapshot.startsAt.slice(0, 16)) &&
    isLocalDateTime(snapshot.endsAt.slice(0, 16))
  );
}

function readClaims(payload: unknown, callerId: string, kind: 'VALID' | 'EXPIRED'): OfferReading {
  const parsed = offerClaims.safeParse(payload);
  if (!parsed.success || !isConsistent(parsed.data)) return invalid('NOT_CONSISTENT');
  const { aud } = parsed.data;
  if (aud !== 'public' && aud !== callerId) return invalid('OTHER_AUDIENCE');
  return { kind, offer: toOffer(parsed.data) };
}

/**
 * Reads offer tokens: JWS with EdDSA and no other algorithm, a known `kid`, the type `offer+jwt`, our issuer. Checks the
 * signature before it believes a claim, and the expiry to the second.
 */
export function createOfferReader(
  deps: Readonly<{ publicKeys: readonly OfferPublicKey[]; clock: Clock }>,
): OfferReader {
  const keys = new Map(deps.publicKeys.map((key) => [key.kid, key.publicKey]));
  const keyOf = (header: JWTHeaderParameters): KeyObject => {
    const key = keys.get(header.kid ?? '');
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  };
  return {
    async read(token, callerId) {
      try {
        const { payload } = await jwtVerify(token, keyOf, {
          algorithms: ['EdDSA'],
          typ: 'offer+jwt',
          issuer: 'meridian/listings',
          requiredClaims: ['exp', 'aud', 'jti'],
          currentDate: new Date(deps.clock.now()),
        });
        return readClaims(payload, callerId, 'VALID');
      } catch (error) {
        if (error instanceof errors.JWTExpired) return readClaims(error.payload, callerId, 'EXPIRED');
        if (error instanceof errors.JOSEError || error instanceof TypeError) return invalid('NOT_OURS');
        throw error;
      }
    },
  };
}
