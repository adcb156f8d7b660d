import { useQuery } from '@apollo/client/react';
import { formatCount } from '@meridian/ui/formats/numbers';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { getRouteApi } from '@tanstack/react-router';
import { OperationsDocument, type OperationsQuery } from '../../generated/features/operations/operations.ts';
import { ConsumersTable } from './consumers-table.tsx';
import { DeadLetterDetail } from './dead-letter-detail.tsx';
import { DeadLettersTable } from './dead-letters-table.tsx';
import type { OperationsSearch } from './operations-search.ts';
import { outboxesIn } from './outboxes.ts';
import { OutboxesTable } from './outboxes-table.tsx';

/** How often the figures are read anew. */
const pollInMs = 3_000;

const route = getRouteApi('/operations');

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** What is not known yet has its place already, so that little moves when it is. */
const textOf = (count: number | undefined): string => (count === undefined ? '–' : formatCount(count));

function labelsFor(data: OperationsQuery | undefined) {
  const behind = data?.consumerLag ? sum(data.consumerLag.map(({ lag }) => lag)) : undefined;
  const waiting = data && sum(outboxesIn(data).map(({ state }) => state?.waiting ?? 0));
  return {
    consumers: `Consumers (${textOf(behind)} behind)`,
    outboxes: `Outboxes (${textOf(waiting)} waiting)`,
    'dead-letters': `Dead letters (${textOf(data?.deadLetters?.totalCount)})`,
  };
}

type PartTabsProps = Readonly<{
  shown: OperationsSearch['show'];
  data: OperationsQuery | undefined;
  onShow: (part: OperationsSearch['show']) => void;
}>;

const PartTabs = ({ shown, data, onShow }: PartTabsProps) => {
  const labels = labelsFor(data);
  return (
    <Tabs
      value={shown}
      onChange={(_event, next) => onShow(next)}
      variant="scrollable"
      allowScrollButtonsMobile
      aria-label="What to look at"
    >
      {Object.entries(labels).map(([part, label]) => (
        <Tab key={part} value={part} label={label} id={`tab-${part}`} aria-controls="part" />
      ))}
    </Tabs>
  );
};

/** The figures, read again and again: what one answer lacks stays as it was last known. */
function useOperations({ topic, after }: OperationsSearch) {
  const { data, error, refetch } = useQuery(OperationsDocument, {
    variables: { topic, after },
    fetchPolicy: 'cache-and-network',
    pollInterval: pollInMs,
    skipPollAttempt: () => document.hidden,
    context: { identity: 'required' },
  });
  const page = JSON.stringify([topic, after]);
  const known = useLastKnown(data, page);
  const consumerLag = useLastKnown(data?.consumerLag, '') ?? null;
  const deadLetters = useLastKnown(data?.deadLetters, page) ?? null;
  return { data: known && { ...known, consumerLag, deadLetters }, error, onRetry: () => void refetch() };
}

/** How the parts of Meridian keep up with each other: who is behind, what waits to be told, and what was given up. */
export function OperationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { show, letter } = search;
  const state = useOperations(search);
  const { data, error } = state;
  const change = (part: Partial<OperationsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  return (
    <Stack spacing={2}>
      <PageTitle title="Operations" />
      <PartTabs shown={show} data={data} onShow={(next) => change({ show: next })} />
      <Box role="tabpanel" id="part" aria-labelledby={`tab-${show}`}>
        {show === 'consumers' && <ConsumersTable {...state} />}
        {show === 'outboxes' && <OutboxesTable {...state} />}
        {show === 'dead-letters' && <DeadLettersTable {...state} search={search} onChange={change} />}
      </Box>
      {data && error && (
        <Alert severity="warning">Not all of this could be asked for anew. What you see may be out of date.</Alert>
      )}
      <DeadLetterDetail id={letter} onClose={() => change({ letter: undefined })} />
    </Stack>
  );
}
