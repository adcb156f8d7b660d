import { useQuery } from '@apollo/client/react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { ButtonLink } from '../../app/links.tsx';
import { PaidBeforeDocument } from '../../generated/features/trips/trips.ts';
import { isAhead, whereTo } from './trip.ts';

/**
 * The booking that was paid before this one came to nothing: it stands, and by itself it may be of no use. Its link is there at once, its
 * name as soon as it is known. Nothing of a booking that is not on any more.
 */
export function PaidBefore({ id }: Readonly<{ id: string }>) {
  const { data } = useQuery(PaidBeforeDocument, { variables: { id }, context: { identity: 'required' } });
  const booking = data?.booking;
  if (data && !(booking && isAhead(booking))) return null;
  const name = booking ? `${whereTo(booking)} (${booking.reference})` : 'What you have paid first';
  const standing = booking?.state === 'PENDING_APPROVAL' ? 'waits for its owner' : 'is booked and paid';
  return (
    <Alert
      severity="info"
      action={
        <ButtonLink to="/trips/$id" params={{ id }} color="inherit">
          See the first booking
        </ButtonLink>
      }
    >
      <AlertTitle>The first of the two bookings stands</AlertTitle>
      {name} {standing}. Cancel it if you do not want it by itself.
    </Alert>
  );
}
