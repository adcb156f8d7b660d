import { formatMinutes } from '@meridian/ui/formats/duration';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useSecondsLeft } from '@meridian/ui/time/use-seconds-left';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { TextLink } from '../../app/links.tsx';
import type { RequestEntryFragment } from '../../generated/features/requests/requests.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import type { Outcome } from './answer-outcome.ts';
import { requestStates } from './request-states.ts';
import { useAnswer, type Verdict } from './use-answer.ts';

type Request = RequestEntryFragment;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const partyInWords = ({ adults, children }: Request['items'][number]): string =>
  [count(adults, 'adult', 'adults'), children > 0 && count(children, 'child', 'children')].filter(Boolean).join(', ');

const Item = ({ item }: Readonly<{ item: Request['items'][number] }>) => (
  <div>
    <Typography variant="h2" sx={{ fontSize: '1.1rem' }}>
      <TextLink to="/listings/$id" params={{ id: item.snapshot.listingId }}>
        {item.snapshot.title}
      </TextLink>
    </Typography>
    <Typography variant="body2">
      {item.snapshot.place} · {formatSnapshotTimes(item.snapshot)} · {partyInWords(item)}
    </Typography>
  </div>
);

/** From here on the time to answer is short. */
const shortInSeconds = 2 * 3_600;

const leftInWords = (seconds: number): string => {
  if (seconds === 0) return 'The time to answer is over';
  return seconds < 60
    ? 'Less than a minute left to answer'
    : `${formatMinutes(Math.floor(seconds / 60))} left to answer`;
};

/** How long a request can still be answered, by the server's clock. */
function TimeLeft({ answerBy }: Readonly<{ answerBy: string }>) {
  const seconds = useSecondsLeft(answerBy) ?? 0;
  return (
    <Typography
      role="timer"
      aria-label="Time left to answer"
      sx={{ fontWeight: 650, color: seconds < shortInSeconds ? 'error.main' : 'text.primary' }}
    >
      {leftInWords(seconds)}
    </Typography>
  );
}

const Standing = ({ request }: Readonly<{ request: Request }>) =>
  request.state === 'PENDING' ? (
    <TimeLeft answerBy={request.answerBy} />
  ) : (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Chip size="small" {...requestStates[request.state]} />
      {request.answeredAt && <Typography variant="body2">{formatInstant(request.answeredAt)}</Typography>}
    </Stack>
  );

type AnswerButtonsProps = Readonly<{ request: Request; isSending: boolean; onAsk: (verdict: Verdict) => void }>;

const AnswerButtons = ({ request: { bookingReference }, isSending, onAsk }: AnswerButtonsProps) => (
  <Stack direction="row" spacing={1}>
    <BusyButton
      variant="contained"
      isBusy={isSending}
      aria-label={`Approve ${bookingReference}`}
      onClick={() => onAsk('approve')}
    >
      Approve
    </BusyButton>
    <BusyButton
      color="error"
      isBusy={isSending}
      aria-label={`Decline ${bookingReference}`}
      onClick={() => onAsk('reject')}
    >
      Decline
    </BusyButton>
  </Stack>
);

type RequestCardProps = Readonly<{ request: Request; onOver: (request: Request, outcome: Outcome) => void }>;

/** What somebody wants to book, and the owner's yes or no to it. */
export function RequestCard({ request, onOver }: RequestCardProps) {
  const [asked, setAsked] = useState<Verdict>();
  const { answer, isSending, outcome } = useAnswer(request.id, (over) => onOver(request, over));
  const confirm = (verdict: Verdict) => {
    setAsked(undefined);
    void answer(verdict);
  };
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2 }}>
      <Stack spacing={1.5}>
        {request.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
        <Stack direction="row" useFlexGap spacing={2} sx={{ flexWrap: 'wrap', alignItems: 'baseline' }}>
          <Typography sx={{ fontWeight: 650 }}>{formatMoney(request.total)}</Typography>
          <Standing request={request} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {request.bookingReference} · asked {formatInstant(request.createdAt)}
          </Typography>
        </Stack>
        {outcome && <Alert severity={outcome.severity}>{outcome.sentence}</Alert>}
        {request.state === 'PENDING' && <AnswerButtons request={request} isSending={isSending} onAsk={setAsked} />}
      </Stack>
      {asked && (
        <AnswerDialog
          request={request}
          verdict={asked}
          onConfirm={() => confirm(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Paper>
  );
}
