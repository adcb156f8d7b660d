import type { StayQueryVariables } from '../../generated/features/stays/stay.ts';
import { daysOf, type Visit } from './stays-search.ts';

/** Stands for days that are not chosen yet: no offer is asked for then, and the graph wants some value. */
const anyDay = '2000-01-01';

/** The stay and the visit in the graph's words. */
export function stayVariables(id: string, visit: Visit): StayQueryVariables {
  const { checkIn, checkOut } = daysOf(visit);
  return {
    id,
    hasDays: checkIn !== undefined,
    checkIn: checkIn ?? anyDay,
    checkOut: checkOut ?? anyDay,
    guests: visit.guests,
    rooms: visit.rooms,
  };
}
