import { type RoomType, roomResource, type Stay } from './listing.ts';

/** The key of the room type that a caller names: by the id that is shown, or by the key itself. */
export const roomKeyOf = (stay: Pick<Stay, 'id'>, idOrKey: string): string => {
  const prefix = roomResource(stay.id, '');
  return idOrKey.startsWith(prefix) ? idOrKey.slice(prefix.length) : idOrKey;
};

/**
 * The room type of a key that a search has found. A change between searching and reading may have taken it away: then the first
 * one stands for it.
 *
 * @throws Error for a stay without room types, which none is stored as
 */
export function roomFound({ id, roomTypes }: Pick<Stay, 'id' | 'roomTypes'>, key: string): RoomType {
  const room = roomTypes.find((each) => each.key === key) ?? roomTypes[0];
  if (!room) throw new Error(`The stay ${id} has no room type.`);
  return room;
}
