import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { BookedListingFragment, BookingOverviewFragment } from '../../generated/features/booking/booking.ts';
import { cancellationInWords } from '../listing/cancellation.ts';
import { agreedInWords } from './agreed-in-words.ts';
import { BookedFlight } from './booked-flight.tsx';
import { PriceLines } from './price-lines.tsx';
import type { Sought } from './search-again.ts';

/** An item of a booking, with its listing as it is now. */
export type BookedItem = BookingOverviewFragment['items'][number] & BookedListingFragment;

/** A booking with the listings as they are now. */
export type BookingWithListings = Omit<BookingOverviewFragment, 'items'> & Readonly<{ items: readonly BookedItem[] }>;

/** What an item of a booking was, for those who want its like again. */
export const soughtIn = ({ items }: BookingWithListings): readonly Sought[] =>
  items.map(({ listing, snapshot: { startsAt, endsAt }, adults, children, rooms }) => ({
    ...{ listing, startsAt, endsAt, adults, children, rooms },
  }));

/** The kind of room, while the stay still has it; its name stands in the price's first line in any case. */
const roomOf = ({ listing, slots }: BookedItem): string | undefined =>
  listing?.__typename === 'Stay' ? listing.roomTypes.find(({ id }) => id === slots[0]?.resource)?.name : undefined;

/** Where one has to go: as exactly as the listing says, or the city that the booking remembers. A flight's title says it. */
function placeOf({ listing, snapshot }: BookedItem): string | undefined {
  if (snapshot.kind === 'FLIGHT') return undefined;
  if (listing?.__typename !== 'Stay') return snapshot.place;
  return [...new Set([listing.neighbourhood, listing.area, listing.city])].filter(Boolean).join(', ');
}

const ItemEntry = ({ item }: Readonly<{ item: BookedItem }>) => {
  const { snapshot, listing } = item;
  const place = placeOf(item);
  const pickUpPlace = listing?.__typename === 'Car' ? listing.pickUpPlace : undefined;
  return (
    <div>
      <Typography variant="h3">{snapshot.title}</Typography>
      {place !== undefined && <Typography variant="body2">{place}</Typography>}
      {listing?.__typename === 'Flight' ? (
        <BookedFlight segments={listing.segments} />
      ) : (
        agreedInWords({ ...item, ...snapshot, room: roomOf(item), pickUpPlace }).map((line) => (
          <Typography key={line} variant="body2">
            {line}
          </Typography>
        ))
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {cancellationInWords(item.cancellationTerms)}
      </Typography>
    </div>
  );
};

/** What is booked and what it costs. It reads whole when the listing is gone. */
export const BookingSummary = ({ booking }: Readonly<{ booking: BookingWithListings }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Stack spacing={2}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {booking.reference}
      </Typography>
      {booking.items.map((item) => (
        <ItemEntry key={item.id} item={item} />
      ))}
      <PriceLines lines={booking.items.flatMap(({ lines }) => lines)} total={booking.total} />
    </Stack>
  </Paper>
);
