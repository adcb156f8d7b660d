import { addAmounts } from '@meridian/ui/formats/add-amounts';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ItineraryLine } from '../flights/itinerary-line.tsx';
import { cancellationInWords } from '../listing/cancellation.ts';
import type { OfferToBook } from './load-offers.ts';
import { PriceLines } from './price-lines.tsx';

const OfferEntry = ({ offer }: Readonly<{ offer: OfferToBook }>) => (
  <Stack spacing={0.5}>
    <Typography variant="h3">{offer.listing.title}</Typography>
    {offer.listing.__typename === 'Flight' ? (
      <ItineraryLine flight={offer.listing} />
    ) : (
      <Typography variant="body2">{offer.listing.city}</Typography>
    )}
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {cancellationInWords(offer.cancellationPolicy)}{' '}
      {!offer.instantBook && 'The owner is asked first; nothing is charged before a yes.'}
    </Typography>
  </Stack>
);

/** What is about to be booked, and what it costs to the last fee. */
export const OffersSummary = ({ offers }: Readonly<{ offers: readonly OfferToBook[] }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Stack spacing={2}>
      {offers.map((offer) => (
        <OfferEntry key={offer.id} offer={offer} />
      ))}
      <PriceLines lines={offers.flatMap(({ lines }) => lines)} total={addAmounts(offers.map(({ total }) => total))} />
    </Stack>
  </Paper>
);
