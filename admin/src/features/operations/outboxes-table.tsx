import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatCount } from '@meridian/ui/formats/numbers';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Chip from '@mui/material/Chip';
import type { OperationsAnswer } from './operations-answer.ts';
import { outboxesIn, type ServiceOutbox } from './outboxes.ts';

const columns = [
  { title: 'Service', render: ({ service }: ServiceOutbox) => service },
  {
    title: 'Waiting',
    render: ({ state }: ServiceOutbox) =>
      state ? (
        <Chip size="small" label={formatCount(state.waiting)} color={state.waiting > 0 ? 'warning' : 'success'} />
      ) : (
        'Unknown: the service does not answer.'
      ),
  },
  {
    title: 'Waiting since',
    render: ({ state }: ServiceOutbox) => state?.oldestWaitingAt && formatInstant(state.oldestWaitingAt),
  },
  {
    title: 'Last event left',
    render: ({ state }: ServiceOutbox) =>
      state && (state.lastPublishedAt ? formatInstant(state.lastPublishedAt) : 'Not within the last hour'),
  },
] as const;

/** What each service has committed and the others have not been told yet. */
export const OutboxesTable = ({ data, error, onRetry }: OperationsAnswer) => (
  <DataTable
    label="Outboxes"
    columns={columns}
    rows={rowsOf(data && outboxesIn(data), { error, onRetry })}
    keyOf={({ service }) => service}
    emptyText="No service has an outbox."
  />
);
