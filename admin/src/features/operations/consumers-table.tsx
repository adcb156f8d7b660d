import { formatCount } from '@meridian/ui/formats/numbers';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Chip from '@mui/material/Chip';
import type { OperationsAnswer } from './operations-answer.ts';
import { type TopicLag, topicLags } from './topic-lags.ts';

const columns = [
  { title: 'Group', render: ({ group }: TopicLag) => group },
  { title: 'Topic', render: ({ topic }: TopicLag) => topic },
  { title: 'Partitions', isNumber: true, render: ({ partitions }: TopicLag) => partitions },
  { title: 'Events', isNumber: true, render: ({ end }: TopicLag) => formatCount(end) },
  {
    title: 'Behind by',
    isNumber: true,
    render: ({ lag }: TopicLag) => (
      <Chip size="small" label={formatCount(lag)} color={lag > 0 ? 'warning' : 'success'} />
    ),
  },
] as const;

/** How far each consumer group is behind the log. */
export const ConsumersTable = ({ data, error, onRetry }: OperationsAnswer) => (
  <DataTable
    label="Consumers"
    columns={columns}
    rows={rowsOf(data?.consumerLag && topicLags(data.consumerLag), { error, onRetry })}
    keyOf={({ group, topic }) => `${group} ${topic}`}
    emptyText="No group reads the log."
  />
);
