import { formatMoney } from '@meridian/ui/formats/money';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { RequestEntryFragment } from '../../generated/features/requests/requests.ts';
import type { Verdict } from './use-answer.ts';

type AnswerDialogProps = Readonly<{
  request: RequestEntryFragment;
  verdict: Verdict;
  onConfirm: () => void;
  onClose: () => void;
}>;

const words = {
  approve: { title: 'Approve this request?', confirm: 'Approve', color: 'primary' },
  reject: { title: 'Decline this request?', confirm: 'Decline', color: 'error' },
} as const;

const consequence = ({ bookingReference, total }: RequestEntryFragment, verdict: Verdict): string =>
  verdict === 'approve'
    ? `${bookingReference}, ${formatMoney(total)}: the traveler’s card is charged, and the booking stands.`
    : `${bookingReference}, ${formatMoney(total)}: the booking ends, what it holds is free again, and nothing is charged.`;

/** Says what an answer does before it is given: it cannot be taken back. */
export const AnswerDialog = ({ request, verdict, onConfirm, onClose }: AnswerDialogProps) => (
  <Dialog open onClose={onClose} aria-labelledby="answer-title">
    <DialogTitle id="answer-title">{words[verdict].title}</DialogTitle>
    <DialogContent>
      <DialogContentText>{consequence(request, verdict)} You cannot take this answer back.</DialogContentText>
    </DialogContent>
    <DialogActions>
      <Button onClick={onClose}>Not now</Button>
      <Button color={words[verdict].color} variant="contained" onClick={onConfirm}>
        {words[verdict].confirm}
      </Button>
    </DialogActions>
  </Dialog>
);
