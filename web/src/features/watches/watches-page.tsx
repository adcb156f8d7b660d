import { useMutation, useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useChange } from '@meridian/ui/forms/use-change';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useKeptFocus } from '@meridian/ui/routing/use-kept-focus';
import Alert from '@mui/material/Alert';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ButtonLink } from '../../app/links.tsx';
import {
  DeletePriceWatchDocument,
  WatchesDocument,
  type WatchesQuery,
} from '../../generated/features/watches/watches.ts';
import { ListingLink } from '../listing/listing-link.tsx';
import { ResultList, ResultSkeletons } from '../search/result-list.tsx';
import { forgetEnded } from './forget-ended.ts';
import { conditionOf, titleOf, whichOf } from './watch-words.ts';

const required = { context: { identity: 'required' } } as const;

type Watch = NonNullable<NonNullable<NonNullable<WatchesQuery['me']>['watches']>['edges']>[number]['node'];

const Facts = ({ watch }: Readonly<{ watch: Watch }>) => (
  <>
    <Typography variant="h3" component="h2">
      {titleOf(watch)}
    </Typography>
    {watch.snapshot && <Typography variant="body2">{whichOf(watch.snapshot)}</Typography>}
    <Typography variant="body2">{conditionOf(watch)}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {watch.lastPrice ? `Last seen at ${formatMoney(watch.lastPrice)}.` : 'No price seen yet.'}{' '}
      {watch.state === 'TRIGGERED' && 'You have been told; it is armed again when the price recovers.'}
    </Typography>
  </>
);

function WatchCard({ watch }: Readonly<{ watch: Watch }>) {
  useKeptFocus();
  const [remove] = useMutation(DeletePriceWatchDocument, {
    ...required,
    update: (cache, { data }) => forgetEnded(cache, { watch, answer: data?.deletePriceWatch }),
  });
  const { send, isSending, problem } = useChange();
  const end = () => send(async () => (await remove({ variables: { input: { id: watch.id } } })).data?.deletePriceWatch);
  return (
    <Card component="li">
      {watch.snapshot ? (
        <ListingLink listing={watch.snapshot} sx={{ p: 2 }}>
          <Facts watch={watch} />
        </ListingLink>
      ) : (
        <Stack sx={{ p: 2 }}>
          <Facts watch={watch} />
        </Stack>
      )}
      {problem && <Alert severity="error">{problem}</Alert>}
      <BusyButton
        color="error"
        isBusy={isSending}
        onClick={() => void end()}
        aria-label={`Stop watching ${titleOf(watch)}`}
      >
        Stop watching
      </BusyButton>
    </Card>
  );
}

const NoWatches = () => (
  <Notice
    title="You watch no prices yet"
    action={
      <ButtonLink to="/deals" variant="contained">
        See the deals of now
      </ButtonLink>
    }
  >
    Open a flight, a stay or a car and press "Watch this price".
  </Notice>
);

function Content() {
  const { data, error, loading, fetchMore, refetch } = useQuery(WatchesDocument, {
    ...required,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const watches = data?.me?.watches;
  if (!watches && loading) return <ResultSkeletons height={130} />;
  if (!watches) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (watches.edges.length === 0) return <NoWatches />;
  return (
    <ResultList
      hasMore={watches.pageInfo.hasNextPage}
      isLoadingMore={loading}
      onMore={() => fetchMore({ variables: { after: watches.pageInfo.endCursor } })}
    >
      {watches.edges.map(({ node }) => (
        <WatchCard key={node.id} watch={node} />
      ))}
    </ResultList>
  );
}

/** The prices that the traveler watches. */
export function WatchesPage() {
  useDocumentTitle('Watched prices');
  return (
    <Stack spacing={3}>
      <Typography variant="h1">Watched prices</Typography>
      <Content />
    </Stack>
  );
}
