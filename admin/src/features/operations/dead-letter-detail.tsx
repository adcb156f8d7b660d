import { useMutation, useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useChange } from '@meridian/ui/forms/use-change';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  DeadLetterDocument,
  type DeadLetterQuery,
  ReplayDeadLetterDocument,
} from '../../generated/features/operations/operations.ts';

type Letter = NonNullable<DeadLetterQuery['deadLetter']>;

const Done = ({ byOthers }: Readonly<{ byOthers: boolean }>) =>
  byOthers ? (
    <Alert severity="info">
      Somebody else has put it back before you. Nothing more was done. If it fails again, it comes as another dead
      letter.
    </Alert>
  ) : (
    <Alert severity="success">
      It was put back at the end of its topic. If it fails again, it comes as another dead letter.
    </Alert>
  );

/** Puts it back, once. That it is done is seen in `awaitsReplay`, whoever did it. */
function PutBack({ letter }: Readonly<{ letter: Letter }>) {
  const [replay, { data }] = useMutation(ReplayDeadLetterDocument, {
    context: { identity: 'required' },
    refetchQueries: ['Operations', 'DeadLetter'],
  });
  const { send, isSending, problem } = useChange();
  const { id, awaitsReplay } = letter;
  const putBack = () => void send(async () => (await replay({ variables: { input: { id } } })).data?.replayDeadLetter);
  return (
    <>
      {awaitsReplay && problem && <Alert severity="error">{problem}</Alert>}
      {!awaitsReplay && <Done byOthers={data?.replayDeadLetter?.__typename === 'AlreadyReplayed'} />}
      {awaitsReplay && (
        <BusyButton variant="contained" isBusy={isSending} onClick={putBack}>
          Put it back
        </BusyButton>
      )}
    </>
  );
}

const triesOf = ({ attempts }: Letter): string =>
  attempts === null ? '' : ` after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;

const storyOf = (letter: Letter): string =>
  letter.group === null
    ? `Written by another tool, ${formatInstant(letter.failedAt)}. It cannot be put back.`
    : `Given up by ${letter.group}, ${formatInstant(letter.failedAt)}${triesOf(letter)}.`;

const Content = ({ letter }: Readonly<{ letter: Letter }>) => (
  <>
    <Typography variant="h2">{letter.eventType ?? 'Not an event'}</Typography>
    <Typography>{storyOf(letter)}</Typography>
    <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{letter.cause}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {letter.eventId} · {letter.topic}/{letter.partition}@{letter.offset} · {letter.id}
    </Typography>
    {letter.group !== null && <PutBack letter={letter} />}
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label="The event"
      sx={{ overflow: 'auto', bgcolor: 'action.hover', p: 2, m: 0, borderRadius: 2 }}
    >
      {JSON.stringify(letter.event, null, 2)}
    </Box>
  </>
);

function Opened({ id }: Readonly<{ id: string }>) {
  const { data, error, refetch } = useQuery(DeadLetterDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  if (data?.deadLetter) return <Content key={id} letter={data.deadLetter} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (data) return <Typography>There is no such dead letter. It may be older than a year.</Typography>;
  return <Skeleton variant="rounded" height={400} />;
}

type DeadLetterDetailProps = Readonly<{ id: string | undefined; onClose: () => void }>;

/** All that is known of what was given up, and the way to put it back. */
export const DeadLetterDetail = ({ id, onClose }: DeadLetterDetailProps) => (
  <Drawer
    anchor="right"
    open={id !== undefined}
    onClose={onClose}
    slotProps={{ paper: { role: 'dialog', 'aria-label': 'Dead letter', sx: { width: 'min(560px, 100vw)', p: 3 } } }}
  >
    <Stack spacing={2}>
      {id !== undefined && <Opened id={id} />}
      <Button onClick={onClose}>Close</Button>
    </Stack>
  </Drawer>
);
