/** What the choice of a room has to know of an offer. */
type RoomOffer = Readonly<{ roomType: Readonly<{ id: string }> | null }>;

/** What is left of a kind of room on one night. */
type Left = Readonly<{ resource: string; remaining: number }>;

/** How many rooms of a kind are left on every one of the nights; nothing while that is not known. */
export function roomsLeft(
  nights: readonly Left[] | null | undefined,
  roomTypeId: string | undefined,
): number | undefined {
  const left = (nights ?? []).filter(({ resource }) => resource === roomTypeId).map(({ remaining }) => remaining);
  return left.length === 0 ? undefined : Math.min(...left);
}

/** An offer with what is left of its kind of room. */
export type RoomToChoose<Offer> = Readonly<{ offer: Offer; left: number | undefined; isFree: boolean }>;

/** Every kind of room that is offered, the cheapest first, and whether enough of it are left. */
export const roomsToChoose = <Offer extends RoomOffer>(
  offers: readonly Offer[],
  { nights, rooms }: Readonly<{ nights: readonly Left[] | null | undefined; rooms: number }>,
): RoomToChoose<Offer>[] =>
  offers.map((offer) => {
    const left = roomsLeft(nights, offer.roomType?.id);
    return { offer, left, isFree: left === undefined || left >= rooms };
  });

/** The room of the address while it is free, or else the cheapest free one. */
export function chosenRoom<Offer extends RoomOffer>(
  rooms: readonly RoomToChoose<Offer>[],
  wanted: string | undefined,
): Offer | undefined {
  const free = rooms.filter(({ isFree }) => isFree).map(({ offer }) => offer);
  return free.find(({ roomType }) => roomType?.id === wanted) ?? free[0];
}
