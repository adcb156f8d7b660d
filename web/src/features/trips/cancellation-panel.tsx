import { formatMoney } from '@meridian/ui/formats/money';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useKeptFocus } from '@meridian/ui/routing/use-kept-focus';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type CancellationQuote, useCancellation } from './use-cancellation.ts';

type QuoteDialogProps = Readonly<{
  quote: CancellationQuote;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}>;

const QuoteDialog = ({ quote, isBusy, onConfirm, onClose }: QuoteDialogProps) => (
  <Dialog open onClose={onClose} aria-labelledby="cancel-title">
    <DialogTitle id="cancel-title">Cancel this booking?</DialogTitle>
    <DialogContent>
      <DialogContentText>
        You get back {formatMoney(quote.refund)}. Cancelling costs {formatMoney(quote.penalty)}.
      </DialogContentText>
    </DialogContent>
    <DialogActions>
      <Button onClick={onClose}>Keep it</Button>
      <BusyButton color="error" variant="contained" isBusy={isBusy} onClick={onConfirm}>
        Cancel the booking
      </BusyButton>
    </DialogActions>
  </Dialog>
);

/** Offers to cancel: says first what it would give back. */
export function CancellationPanel({ bookingId }: Readonly<{ bookingId: string }>) {
  useKeptFocus();
  const { ask, confirm, quote, problem, forget, isBusy } = useCancellation(bookingId);
  return (
    <>
      {problem && <Alert severity="error">{problem}</Alert>}
      <div>
        <BusyButton variant="outlined" color="error" isBusy={isBusy} onClick={() => void ask()}>
          Cancel booking
        </BusyButton>
      </div>
      {quote && <QuoteDialog quote={quote} isBusy={isBusy} onConfirm={() => void confirm()} onClose={forget} />}
    </>
  );
}
