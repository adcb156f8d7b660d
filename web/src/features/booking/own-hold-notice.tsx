import { useQuery } from '@apollo/client/react';
import { formatTime } from '@meridian/ui/formats/local-time';
import { useSecondsLeft } from '@meridian/ui/time/use-seconds-left';
import Alert from '@mui/material/Alert';
import { ButtonLink } from '../../app/links.tsx';
import { OwnHoldsDocument, type OwnHoldsQuery } from '../../generated/features/booking/own-hold.ts';

type Hold = NonNullable<NonNullable<OwnHoldsQuery['me']>['bookings']>['edges'][number]['node'];

/** Whether it is still held, as far as is known, and holds something of the listing. */
const isHoldOf = ({ state, items }: Hold, listingId: string): boolean =>
  state === 'HELD' && items.some(({ snapshot }) => snapshot.listingId === listingId);

function HeldUntil({ id, until }: Readonly<{ id: string; until: string }>) {
  if (useSecondsLeft(until) === 0) return null;
  return (
    <Alert
      severity="info"
      role="status"
      action={
        <ButtonLink to="/trips/$id/pay" params={{ id }} color="inherit">
          Go on to the payment
        </ButtonLink>
      }
    >
      You hold this until {formatTime(until)}.
    </Alert>
  );
}

/** That who is signed in holds something of this listing, and until when; nothing where they do not. */
export function OwnHoldNotice({ listingId }: Readonly<{ listingId: string }>) {
  const { data } = useQuery(OwnHoldsDocument, {
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const held = data?.me?.bookings?.edges.find(({ node }) => isHoldOf(node, listingId))?.node;
  return held?.holdExpiresAt ? <HeldUntil id={held.id} until={held.holdExpiresAt} /> : null;
}
