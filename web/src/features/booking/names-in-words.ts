import type { BookingOverviewFragment } from '../../generated/features/booking/booking.ts';

/** Who travels, checks in, or drives: `Ada Lovelace, Grace Hopper`. */
export const namesInWords = ({ travelers }: Pick<BookingOverviewFragment, 'travelers'>): string =>
  travelers.map(({ givenName, familyName }) => `${givenName} ${familyName}`).join(', ');
