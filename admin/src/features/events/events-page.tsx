import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatInstantClock } from '@meridian/ui/formats/local-time';
import { useConnectionState } from '@meridian/ui/live/live-context.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { SearchField } from '@meridian/ui/tables/search-field.tsx';
import { readyRows } from '@meridian/ui/tables/table-rows';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { EventEntryFragment } from '../../generated/features/events/events.ts';
import { EventDetail } from './event-detail.tsx';
import type { EventsSearch } from './events-search.ts';
import { topics } from './topics.ts';
import { useLiveEvents } from './use-live-events.ts';

const route = getRouteApi('/events');

const connectionLabels = { idle: 'Not connected', connecting: 'Connecting', live: 'Live', lost: 'Offline' } as const;

type TopicsFieldProps = Readonly<{ chosen: readonly string[]; onChange: (topics: string[]) => void }>;

const TopicsField = ({ chosen, onChange }: TopicsFieldProps) => (
  <Stack direction="row" role="group" aria-label="Topics" sx={{ flexWrap: 'wrap', gap: 1 }}>
    {topics.map((topic) => {
      const isChosen = chosen.includes(topic);
      return (
        <Chip
          key={topic}
          label={topic}
          aria-pressed={isChosen}
          color={isChosen ? 'primary' : 'default'}
          onClick={() => onChange(isChosen ? chosen.filter((each) => each !== topic) : [...chosen, topic])}
        />
      );
    })}
  </Stack>
);

const columnsFor = (onOpen: (event: EventEntryFragment) => void) => [
  { title: 'Time', isOneLine: true, render: ({ time }: EventEntryFragment) => formatInstantClock(time) },
  {
    title: 'Type',
    render: (event: EventEntryFragment) => (
      <Button size="small" onClick={() => onOpen(event)}>
        {event.type}
      </Button>
    ),
  },
  { title: 'Topic', render: ({ topic }: EventEntryFragment) => topic },
  { title: 'About', render: ({ subject }: EventEntryFragment) => subject },
];

const emptyText = (isPaused: boolean): string =>
  isPaused
    ? 'Paused. Go on to see what has come meanwhile.'
    : 'Nothing that fits has happened since you opened this page. It fills by itself.';

/** What happens, as it happens. */
export function EventsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isPaused, setPaused] = useState(false);
  const [opened, setOpened] = useState<EventEntryFragment>();
  const { events, hasGap, waiting, failure, retry } = useLiveEvents(search, isPaused);
  const connection = useConnectionState();
  const change = (part: Partial<EventsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const follow = (subject: string) => {
    setOpened(undefined);
    change({ subject });
  };
  return (
    <Stack spacing={2}>
      <PageTitle title="Live events">
        <Chip
          label={connectionLabels[connection]}
          color={connection === 'live' ? 'success' : 'default'}
          sx={{ alignSelf: { xs: 'start', sm: 'auto' } }}
        />
        <SearchField label="Type, as booking.confirmed" value={search.type} onSearch={(type) => change({ type })} />
        <SearchField label="About (id)" value={search.subject} onSearch={(subject) => change({ subject })} />
        <Button variant="outlined" aria-pressed={isPaused} onClick={() => setPaused(!isPaused)}>
          {isPaused ? `Go on (${waiting} waiting)` : 'Pause'}
        </Button>
      </PageTitle>
      <TopicsField chosen={search.topics} onChange={(chosen) => change({ topics: chosen })} />
      {hasGap && <Alert severity="warning">Some events are older than what is kept, and are missing here.</Alert>}
      {failure !== undefined && <FailureNotice error={failure} onRetry={retry} />}
      <DataTable
        label="Events, the newest first"
        columns={columnsFor(setOpened)}
        rows={readyRows(events)}
        keyOf={({ id }) => id}
        onOpen={setOpened}
        emptyText={emptyText(isPaused)}
      />
      <EventDetail event={opened} onFollow={follow} onClose={() => setOpened(undefined)} />
    </Stack>
  );
}
