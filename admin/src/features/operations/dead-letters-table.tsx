import { formatInstant } from '@meridian/ui/formats/local-time';
import { ChoiceField } from '@meridian/ui/tables/choice-field.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { DeadLetterRowFragment } from '../../generated/features/operations/operations.ts';
import { topicLabels } from '../events/topics.ts';
import type { OperationsAnswer } from './operations-answer.ts';
import type { OperationsSearch } from './operations-search.ts';

const columnsFor = (onOpen: (id: string) => void) => [
  { title: 'Given up', isOneLine: true, render: ({ failedAt }: DeadLetterRowFragment) => formatInstant(failedAt) },
  {
    title: 'Event',
    render: ({ id, eventType, eventId }: DeadLetterRowFragment) => (
      <Button size="small" onClick={() => onOpen(id)}>
        {eventType ?? eventId}
      </Button>
    ),
  },
  { title: 'Topic', render: ({ topic }: DeadLetterRowFragment) => topic },
  { title: 'Given up by', render: ({ group }: DeadLetterRowFragment) => group ?? 'Nobody' },
  {
    title: 'Cause',
    render: ({ cause }: DeadLetterRowFragment) => (
      <Box sx={{ maxWidth: '48ch', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{cause}</Box>
    ),
  },
];

type PagesProps = Readonly<{
  page: NonNullable<NonNullable<OperationsAnswer['data']>['deadLetters']>['pageInfo'] | undefined;
  onChange: (part: Partial<OperationsSearch>) => void;
}>;

/** A page each, and not one below the other: the page that is looked at is read anew every few seconds. */
const Pages = ({ page, onChange }: PagesProps) => (
  <Stack direction="row" spacing={1}>
    {page?.hasPreviousPage && <Button onClick={() => onChange({ after: undefined })}>Newest</Button>}
    {page?.hasNextPage && <Button onClick={() => onChange({ after: page.endCursor ?? undefined })}>Older</Button>}
  </Stack>
);

type DeadLettersTableProps = OperationsAnswer &
  Readonly<{ search: OperationsSearch; onChange: (part: Partial<OperationsSearch>) => void }>;

/** What somebody gave up and nobody has put back, the newest first. */
export function DeadLettersTable({ data, error, onRetry, search, onChange }: DeadLettersTableProps) {
  const found = data?.deadLetters;
  return (
    <Stack spacing={2}>
      <Box>
        <ChoiceField
          label="Topic"
          value={search.topic}
          choices={topicLabels}
          onChange={(topic) => onChange({ topic, after: undefined })}
        />
      </Box>
      <DataTable
        label="Dead letters"
        columns={columnsFor((letter) => onChange({ letter }))}
        rows={rowsOf(
          found?.edges.map(({ node }) => node),
          { error, onRetry },
        )}
        keyOf={({ id }) => id}
        onOpen={({ id: letter }) => onChange({ letter })}
        emptyText="No dead letters. Every event was applied by everybody whom it concerns."
      />
      <Pages page={found?.pageInfo} onChange={onChange} />
    </Stack>
  );
}
