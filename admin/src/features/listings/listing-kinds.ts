/** What listings there are, in words. */
export const listingKinds = { FLIGHT: 'Flights', STAY: 'Stays', CAR: 'Cars' } as const;
