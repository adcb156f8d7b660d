import { useQuery } from '@apollo/client/react';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { ConsumersDocument } from '../../generated/features/consumers/consumers.ts';
import { type TopicLag, topicLags } from './topic-lags.ts';

/** How often the figures are read anew. */
const pollInMs = 3_000;

const columns = [
  { title: 'Group', render: ({ group }: TopicLag) => group },
  { title: 'Topic', render: ({ topic }: TopicLag) => topic },
  { title: 'Partitions', isNumber: true, render: ({ partitions }: TopicLag) => partitions },
  { title: 'Events', isNumber: true, render: ({ end }: TopicLag) => end.toLocaleString() },
  {
    title: 'Behind by',
    isNumber: true,
    render: ({ lag }: TopicLag) => (
      <Chip size="small" label={lag.toLocaleString()} color={lag > 0 ? 'warning' : 'success'} />
    ),
  },
] as const;

/** How far each consumer group is behind the log. */
export function ConsumersPage() {
  const { data, error, refetch } = useQuery(ConsumersDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: pollInMs,
    skipPollAttempt: () => document.hidden,
    context: { identity: 'required' },
  });
  return (
    <Stack spacing={2}>
      <PageTitle title="Consumers" />
      <DataTable
        label="Consumers"
        columns={columns}
        rows={data?.consumerLag ? topicLags(data.consumerLag) : undefined}
        keyOf={({ group, topic }) => `${group} ${topic}`}
        error={error}
        emptyText="No group reads the log."
        onRetry={() => void refetch()}
      />
    </Stack>
  );
}
