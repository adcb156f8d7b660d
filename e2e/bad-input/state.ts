import type { Fixtures } from './fixtures.ts';

const asOwner = /* GraphQL */ `
  query Owned {
    me { id profile { displayName homeAirport currency } roles }
    myListings(first: 20) {
      totalCount
      edges { node {
        id version title description fromPrice { amount currency } reviewCount instantBook updatedAt
        availability { resource date capacity remaining }
        ... on Flight { fares { id total { amount currency } seatsOffered } }
        ... on Stay { minNights maxNights amenities { key } roomTypes { id units nights { date open price { amount } minNights } } }
        ... on Car { units dailyPrice { amount } }
      } }
    }
    approvalRequests(first: 20) { totalCount edges { node { id state bookingState } } }
  }`;

const asTraveler = /* GraphQL */ `
  query Mine {
    me {
      id roles tripCount
      profile { displayName homeAirport countryCode currency locale }
      sessions { id }
      bookings(first: 20) {
        totalCount
        edges { node { id state updatedAt refunded { amount } refunds { id } holdExpiresAt payment { id state refundedAmount { amount } } } }
      }
      watches(first: 20) { totalCount edges { node { id state threshold { amount } stockBelow lastPrice { amount } } } }
      alerts(first: 20) { totalCount unreadCount }
    }
  }`;

const asAdmin = /* GraphQL */ `
  query All($traveler: ID!) {
    users(first: 1) { totalCount }
    bookings(first: 1) { totalCount }
    payments(first: 1) { totalCount }
    user(id: $traveler) { roles }
  }`;

/** Everything that a bad request could have changed, as the people concerned see it. */
export async function readState({ owner, otherOwner, traveler, stranger, admin }: Fixtures): Promise<unknown> {
  const [owned, foreign, mine, theirs, all] = await Promise.all([
    owner.api.read(asOwner),
    otherOwner.api.read(asOwner),
    traveler.api.read(asTraveler),
    stranger.api.read(asTraveler),
    admin.api.read(asAdmin, { traveler: traveler.userId }),
  ]);
  return { owned, foreign, mine, theirs, all };
}
