import { nameOf } from '@meridian/platform/values/name';
import { isText } from '@meridian/platform/values/validation';
import type { RoomType } from '../../domain/listing.ts';
import { isBetween, type Problems } from '../../domain/problems.ts';
import { isKey, keyRule } from './flight-input.ts';

/** A room type as its owner publishes it. It costs `pricePercent` of the stay's nightly price. */
export type RoomTypeInput = Readonly<{
  key: string;
  name: string;
  maxGuests: number;
  bedrooms?: number;
  beds?: number;
  baths?: number;
  units: number;
  pricePercent: number;
}>;

/** Reads room types, and notes keys and names that are none, and a list without any. */
export function readRoomTypes(problems: Problems, rooms: readonly RoomTypeInput[]): RoomType[] {
  problems.require(isBetween(rooms.length, 1, 20), 'roomTypes', 'A stay has one to twenty room types.');
  return rooms.map((room, index) => {
    const at = `roomTypes.${index}`;
    problems.require(isKey(room.key), `${at}.key`, keyRule);
    problems.require(
      isText(room.name, { minLength: 1, maxLength: 80 }),
      `${at}.name`,
      'A room type has a name of 1 to 80 characters.',
    );
    return {
      ...room,
      name: nameOf(room.name),
      bedrooms: room.bedrooms ?? null,
      beds: room.beds ?? null,
      baths: room.baths ?? null,
    };
  });
}

/** Reads amenities: without repetition, in the given order. */
export function readAmenities(problems: Problems, names: readonly string[]): string[] {
  problems.require(names.length <= 100, 'amenities', 'A stay names up to 100 amenities.');
  for (const [index, name] of names.entries()) {
    const isName = isText(name, { minLength: 1, maxLength: 60 }) && !name.includes(',');
    problems.require(isName, `amenities.${index}`, 'An amenity has a name of 1 to 60 characters without a comma.');
  }
  return [...new Set(names.map(nameOf))];
}

type Texts = Readonly<{ title?: string; description?: string }>;

/** Notes a title or description that is too short or too long. */
export function checkTexts(problems: Problems, { title, description }: Texts): void {
  const isTitle = title === undefined || isText(title, { minLength: 1, maxLength: 120 });
  problems.require(isTitle, 'title', 'A title has 1 to 120 characters.');
  const isDescription = description === undefined || isText(description, { minLength: 1, maxLength: 8_000 });
  problems.require(isDescription, 'description', 'A description has 1 to 8,000 characters.');
}
