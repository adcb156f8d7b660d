/** What listings there are, in words. */
export const listingKinds = { FLIGHT: 'Flights', STAY: 'Stays', CAR: 'Cars' } as const;

/** What one of each is called. */
export const kindNames = { FLIGHT: 'Flight', STAY: 'Stay', CAR: 'Car' } as const;

/** Whether it is sold. */
export const listingStatuses = { PUBLISHED: 'On show', DRAFT: 'Draft', REMOVED: 'Taken down' } as const;
