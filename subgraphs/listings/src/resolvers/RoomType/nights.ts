import type { RoomTypeResolvers } from '../../generated/resolvers-types.ts';
import { badArguments } from '../failures.ts';
import { toMoney } from '../shapes.ts';

export const nights: RoomTypeResolvers['nights'] = ({ room, stay }, { from, until }, { listings }) => {
  const answer = listings.listNights({ stay, roomKey: room.key, from: from ?? undefined, until: until ?? undefined });
  if (!answer.ok) throw badArguments(answer.failure);
  return answer.nights.map(({ date, priceMinor, minNights }) => ({
    ...{ date, minNights, open: priceMinor !== null },
    price: priceMinor === null ? null : toMoney(priceMinor, stay.currency),
  }));
};
