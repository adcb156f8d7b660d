/** A booking of one night, as its events tell it, in no state yet. */
export const bookingOf = (bookingId: string, userId: string) => ({
  bookingId,
  userId,
  currency: 'EUR',
  totalMinor: 10_000,
  refundedMinor: 0,
  createdAt: '2027-03-01T09:00:00.000Z',
  items: [
    {
      itemId: 'itm_1',
      listingId: 'sty_1',
      kind: 'STAY',
      ownerId: 'usr_owner',
      city: 'Lisbon',
      countryCode: 'PT',
      startsAt: '2027-04-01T15:00',
      endsAt: '2027-04-03T11:00',
      totalMinor: 10_000,
      slots: [{ resource: 'sty_1.double', slot: '2027-04-01', units: 1 }],
    },
  ],
});
