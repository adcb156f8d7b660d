import { addAmounts } from '@meridian/ui/formats/add-amounts';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ItineraryLine } from '../flights/itinerary-line.tsx';
import { cancellationInWords } from '../listing/cancellation.ts';
import { agreedInWords } from './agreed-in-words.ts';
import { byCurrency } from './by-currency.ts';
import type { OfferToBook } from './load-offers.ts';
import { PriceLines } from './price-lines.tsx';

const OfferEntry = ({ offer }: Readonly<{ offer: OfferToBook }>) => {
  const { listing } = offer;
  const room = offer.roomType?.name;
  const pickUpPlace = listing.__typename === 'Car' ? listing.pickUpPlace : undefined;
  return (
    <Stack spacing={0.5}>
      <Typography variant="h3">{listing.title}</Typography>
      {listing.__typename === 'Flight' ? (
        <ItineraryLine flight={listing} />
      ) : (
        [listing.city, ...agreedInWords({ ...offer, kind: listing.kind, room, pickUpPlace })].map((line) => (
          <Typography key={line} variant="body2">
            {line}
          </Typography>
        ))
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {cancellationInWords(offer.cancellationPolicy)}{' '}
        {!offer.instantBook && 'The owner is asked first; nothing is charged before a yes.'}
      </Typography>
    </Stack>
  );
};

/** What is about to be booked, and what it costs to the last fee. What is charged in two currencies is two bookings. */
export function OffersSummary({ offers }: Readonly<{ offers: readonly OfferToBook[] }>) {
  const bookings = byCurrency(offers);
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Stack spacing={2}>
        {bookings.map((group) => (
          <Stack key={group[0]?.id} spacing={2}>
            {group.map((offer) => (
              <OfferEntry key={offer.id} offer={offer} />
            ))}
            <PriceLines
              lines={group.flatMap(({ lines }) => lines)}
              total={addAmounts(group.map(({ total }) => total))}
            />
          </Stack>
        ))}
        {bookings.length > 1 && (
          <Typography variant="body2">
            Each is charged in its own currency: they are held together, and paid one after the other.
          </Typography>
        )}
      </Stack>
    </Paper>
  );
}
