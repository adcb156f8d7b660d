import type { Secrets } from '@meridian/platform/config/secrets';
import { createInternalTokens, internalTokenHeader } from '@meridian/platform/identity/internal-token';
import type { Role } from '@meridian/platform/identity/principal';
import { scopesOf } from '@meridian/platform/identity/scopes';
import { systemClock as clock } from '@meridian/platform/time/clock';
import type { OfferClaims } from '@meridian/schema/contracts/offer';
import { SignJWT } from 'jose';
import { claimsFor, type Itinerary } from './market.ts';

/** What the server said to a client. */
export type ClientAnswer = Readonly<{ type: string; bookingId?: string }>;

/** Speaks to bookings processes as the gateway does, for any number of users. */
export function createClients(secrets: Pick<Secrets, 'internalKey' | 'offerKeys'>) {
  const tokens = createInternalTokens({ key: secrets.internalKey, clock });
  const [signer] = secrets.offerKeys;

  const post = async (url: string, userId: string, body: object) => {
    const roles: readonly Role[] = userId.startsWith('usr_owner') ? ['OWNER'] : [];
    const principal = { kind: 'user' as const, userId, sessionId: `ses_${userId}`, roles, scopes: scopesOf(roles) };
    const token = tokens.issue({ principal, audience: 'bookings' });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [internalTokenHeader]: token, 'x-request-id': userId },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  };

  const remaining = async (url: string, listingId: string): Promise<number[] | undefined> => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Flight { availability(from: "2030-06-01", to: "2030-06-02") { remaining } } } }`;
    const { data } = await post(url, 'usr_reader', {
      query,
      variables: { r: [{ __typename: 'Flight', id: listingId }] },
    });
    const [entity] = (data?._entities ?? []) as ({ availability: { remaining: number }[] | null } | null)[];
    return entity?.availability?.map((slot) => slot.remaining);
  };

  return {
    post,
    remaining,
    offerFor: (itinerary: Itinerary, changes: Partial<OfferClaims> = {}) =>
      new SignJWT({ ...claimsFor(itinerary), ...changes })
        .setProtectedHeader({ alg: 'EdDSA', kid: signer.kid, typ: 'offer+jwt' })
        .sign(signer.privateKey),
    /** Waits until the process has heard of a listing. Each look is a request, so this paces itself. */
    async known(url: string, listingId: string): Promise<void> {
      for (let look = 0; look < 2_000; look += 1) {
        if ((await remaining(url, listingId)) !== undefined) return;
      }
      throw new Error(`${listingId} never came into stock.`);
    },
    async book(url: string, userId: string, offer: string): Promise<ClientAnswer> {
      const query = `mutation ($input: CreateBookingInput!) { answer: createBooking(input: $input) { __typename ... on Booking { id state } ... on UserError { code message } } }`;
      const travelers = [{ givenName: 'Ada', familyName: 'Lovelace', kind: 'ADULT' }];
      const input = { offers: [offer], travelers, paymentToken: 'tok_visa', idempotencyKey: `book-${userId}` };
      const { data, errors } = await post(url, userId, { query, variables: { input } });
      const answer = data?.answer as { __typename: string; id?: string; state?: string } | undefined;
      if (!answer) return { type: `fault: ${JSON.stringify(errors)}` };
      const type = answer.__typename === 'Booking' ? `Booking ${answer.state}` : answer.__typename;
      return { type, ...(answer.id ? { bookingId: answer.id } : {}) };
    },
  };
}

/** A small generator with a seed, so that a race can be run again. Source: Mulberry32, Tommy Ettinger, public domain. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
