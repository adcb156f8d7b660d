import { expect, test } from '@jest/globals';
import { chosenRoom, roomsLeft, roomsToChoose } from './free-rooms.ts';

const offer = (id: string) => ({ id: `off_${id}`, roomType: { id } });
const night = (resource: string, remaining: number) => ({ resource, remaining });

test('of a kind of room as many are left as on its fullest night', () => {
  const nights = [night('double', 5), night('double', 1), night('suite', 9)];
  expect([roomsLeft(nights, 'double'), roomsLeft(nights, 'twin'), roomsLeft(null, 'double')]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});

test('the room of the address is chosen while enough are left, otherwise the cheapest that is free', () => {
  const nights = [night('double', 1), night('twin', 2), night('suite', 3)];
  const rooms = roomsToChoose([offer('double'), offer('twin'), offer('suite')], { nights, rooms: 2 });
  expect(rooms.map(({ isFree }) => isFree)).toEqual([false, true, true]);
  const choose = (wanted: string | undefined) => chosenRoom(rooms, wanted)?.id;
  expect([choose('suite'), choose('double'), choose(undefined)]).toEqual(['off_suite', 'off_twin', 'off_twin']);
  expect(chosenRoom(roomsToChoose([offer('double')], { nights, rooms: 2 }), undefined)).toBeUndefined();
});
