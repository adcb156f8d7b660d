import { useQuery } from '@apollo/client/react';
import type { MoneyValue } from '@meridian/ui/formats/money';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ButtonLink } from '../../app/links.tsx';
import { WatchesOfListingDocument, type WatchSummaryFragment } from '../../generated/features/watches/watches.ts';
import { conditionOf } from './watch-words.ts';

const WatchDialog = lazy(() => import('./watch-dialog.tsx').then((module) => ({ default: module.WatchDialog })));

type WatchButtonProps = Readonly<{ listingId: string; current: MoneyValue }>;

const SignInFirst = () => {
  const next = useLocation({ select: ({ href }) => href });
  return (
    <ButtonLink to="/sign-in" search={{ next }} variant="outlined">
      Sign in to watch this price
    </ButtonLink>
  );
};

type WatchingProps = Readonly<{ watch: WatchSummaryFragment; onChange: () => void }>;

/** That it is watched, and the ways to watch it otherwise: another watch beside it would tell of one fall twice. */
const Watching = ({ watch, onChange }: WatchingProps) => (
  <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
    <Typography role="status">You hear of it the moment it falls. {conditionOf(watch)}</Typography>
    <Button onClick={onChange}>Change</Button>
    <ButtonLink to="/watches">My watches</ButtonLink>
  </Stack>
);

/** The price's own watch of somebody who is signed in. It is asked for beside the page, which does not wait for it. */
function OwnWatch(props: WatchButtonProps) {
  const { listingId } = props;
  const [isAsking, setAsking] = useState(false);
  const { data } = useQuery(WatchesOfListingDocument, {
    variables: { listingId },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const watches = data?.me?.watches?.edges.map(({ node }) => node) ?? [];
  const known = watches.find(({ threshold }) => threshold !== null) ?? watches[0];
  const close = () => setAsking(false);
  return (
    <>
      {known ? (
        <Watching watch={known} onChange={() => setAsking(true)} />
      ) : (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          Watch this price
        </Button>
      )}
      <Suspense>{isAsking && <WatchDialog {...props} known={known} onClose={close} onDone={close} />}</Suspense>
    </>
  );
}

/** Begins to watch the price of a listing, or says that it is watched; a stranger is asked to sign in first, and comes back. */
export function WatchButton(props: WatchButtonProps) {
  const { status } = useSessionState();
  return status === 'signedOut' ? <SignInFirst /> : <OwnWatch {...props} />;
}
