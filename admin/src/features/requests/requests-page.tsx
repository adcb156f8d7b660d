import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { MoreButton } from '@meridian/ui/lists/more-button.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type RequestEntryFragment, RequestsDocument } from '../../generated/features/requests/requests.ts';
import type { Outcome } from './answer-outcome.ts';
import { RequestCard } from './request-card.tsx';

type Told = Outcome & Readonly<{ id: string; reference: string }>;

const route = getRouteApi('/requests');

/** How often requests are asked for anew, and how many come at first: who has asked for more reads on undisturbed. */
const pollInMs = 5_000;
const pageSize = 50;

/** Those that end first come first; those that wait for nobody come behind, the newest first, as the graph tells them. */
const byTimeLeft = (one: RequestEntryFragment, other: RequestEntryFragment): number =>
  one.state === 'PENDING' && other.state === 'PENDING'
    ? one.answerBy.localeCompare(other.answerBy)
    : Number(other.state === 'PENDING') - Number(one.state === 'PENDING');

function useRequests(openOnly: boolean) {
  const [shown, setShown] = useState(0);
  const { data, error, loading, fetchMore, refetch } = useQuery(RequestsDocument, {
    variables: { openOnly },
    fetchPolicy: 'cache-and-network',
    pollInterval: shown > pageSize ? 0 : pollInMs,
    skipPollAttempt: () => document.hidden,
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const found = useLastKnown(data?.approvalRequests, String(openOnly));
  const edges = found?.edges ?? [];
  if (edges.length !== shown) setShown(edges.length);
  const requests = edges.map(({ node }) => node).filter(({ state }) => !openOnly || state === 'PENDING');
  const more = () => fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return { found, requests: requests.sort(byTimeLeft), error, loading, more, refetch };
}

type ToldAnswersProps = Readonly<{ told: readonly Told[]; onForget: (id: string) => void }>;

/** What has come of the owner's answers. The last one is read out, and the keyboard goes on from here. */
function ToldAnswers({ told, onForget }: ToldAnswersProps) {
  const place = useRef<HTMLDivElement>(null);
  const [last] = told;
  useEffect(() => {
    if (last) place.current?.focus();
  }, [last]);
  return (
    <Stack ref={place} spacing={1} role="status" tabIndex={-1} sx={{ outline: 'none' }}>
      {told.map(({ id, reference, severity, sentence }) => (
        <Alert key={id} severity={severity} onClose={() => onForget(id)}>
          {reference}: {sentence}
        </Alert>
      ))}
    </Stack>
  );
}

const OutOfDate = ({ onRetry }: Readonly<{ onRetry: () => void }>) => (
  <Alert severity="warning" action={<Button onClick={onRetry}>Try again</Button>}>
    New requests could not be asked for. What you see may be out of date.
  </Alert>
);

const NoRequests = ({ all }: Readonly<{ all: boolean }>) => (
  <Notice title={all ? 'Nobody has asked you yet' : 'No request waits for you'}>
    What you do not let travelers book at once they ask you for. You have a day to answer, and their card is charged
    only after your yes.
  </Notice>
);

type ContentProps = ReturnType<typeof useRequests> &
  Readonly<{ all: boolean; onOver: (request: RequestEntryFragment, outcome: Outcome) => void }>;

function Content({ found, requests, error, loading, more, refetch, all, onOver }: ContentProps) {
  const retry = () => void refetch();
  if (!found && error) return <FailureNotice error={error} onRetry={retry} />;
  if (!found) return [0, 1, 2].map((each) => <Skeleton key={each} variant="rounded" height={167} />);
  if (requests.length === 0 && !found.pageInfo.hasNextPage) return <NoRequests all={all} />;
  return (
    <>
      {error && <OutOfDate onRetry={retry} />}
      <Stack component="ul" aria-label="Requests" spacing={2} sx={{ p: 0, m: 0, listStyle: 'none' }}>
        {requests.map((request) => (
          <RequestCard key={request.id} request={request} onOver={onOver} />
        ))}
      </Stack>
      <MoreButton hasMore={found.pageInfo.hasNextPage} isLoading={loading} onMore={more} />
    </>
  );
}

/** What travelers have asked the owner for, and the owner's answers. */
export function RequestsPage() {
  const { all = false } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRequests(!all);
  const [told, setTold] = useState<readonly Told[]>([]);
  const isTold = (request: RequestEntryFragment) => told.some(({ id }) => id === request.id);
  const tell = ({ id, bookingReference }: RequestEntryFragment, outcome: Outcome) => {
    setTold((present) => [{ ...outcome, id, reference: bookingReference }, ...present]);
    void list.refetch();
  };
  return (
    <Stack spacing={2}>
      <PageTitle title="Requests" count={list.found?.totalCount}>
        <FormControlLabel
          control={
            <Switch
              checked={all}
              onChange={(_event, checked) => void navigate({ search: { all: checked || undefined } })}
            />
          }
          label="Answered ones too"
        />
      </PageTitle>
      <ToldAnswers told={told} onForget={(id) => setTold((present) => present.filter((each) => each.id !== id))} />
      <Content
        {...list}
        requests={all ? list.requests : list.requests.filter((each) => !isTold(each))}
        all={all}
        onOver={tell}
      />
    </Stack>
  );
}
