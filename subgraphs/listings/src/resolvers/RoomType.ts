import { addDays, daysBetween } from '@meridian/platform/values/local-date';
import { roomResource } from '../domain/listing.ts';
import { datesIn, nightAt } from '../domain/night-calendar.ts';
import { nightPrice, ratesOf } from '../domain/night-rates.ts';
import type { RoomTypeNightsArgs, RoomTypeResolvers } from '../generated/resolvers-types.ts';
import type { ListingsContext } from './context.ts';
import { badArgument } from './failures.ts';
import type { RoomTypeParent } from './parents.ts';
import { todayAt } from './Stay.ts';
import { toMoney } from './shapes.ts';

const mostNights = 400;
/** Behind it, a year of nights would leave the calendar. */
const lastDate = '9990-01-01';

function nights({ room, stay }: RoomTypeParent, { from, until }: RoomTypeNightsArgs, context: ListingsContext) {
  const today = todayAt(stay, context);
  const first = from ?? today;
  if (first > lastDate) throw badArgument('from', `Ask for nights up to ${lastDate}.`);
  const behind = until ?? addDays(first, 30);
  const count = daysBetween(first, behind);
  if (count < 0 || count > mostNights)
    throw badArgument('until', `Ask for up to ${mostNights} nights; \`until\` is behind \`from\`.`);
  const rates = ratesOf(stay, today).find(({ roomKey }) => roomKey === room.key);
  return datesIn(first, behind).map((date) => {
    const minor = rates && date >= today ? nightPrice(rates, date) : null;
    return {
      date,
      price: minor === null ? null : toMoney(minor, stay.currency),
      open: minor !== null,
      minNights: nightAt(stay.calendar, date)?.minNights ?? stay.minNights,
    };
  });
}

export const RoomType: RoomTypeResolvers = {
  id: ({ room, stay }) => roomResource(stay.id, room.key),
  key: ({ room }) => room.key,
  name: ({ room }) => room.name,
  maxGuests: ({ room }) => room.maxGuests,
  bedrooms: ({ room }) => room.bedrooms,
  beds: ({ room }) => room.beds,
  baths: ({ room }) => room.baths,
  units: ({ room }) => room.units,
  pricePercent: ({ room }) => room.pricePercent,
  nights,
};
