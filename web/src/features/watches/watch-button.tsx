import { useMutation } from '@apollo/client/react';
import type { MoneyValue } from '@meridian/ui/formats/money';
import { amountSentence, readAmount } from '@meridian/ui/forms/amount';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import type { FieldProblem } from '@meridian/ui/forms/field-problems';
import { useProblemFocus } from '@meridian/ui/forms/focus-problem';
import { useChange } from '@meridian/ui/forms/use-change';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ButtonLink } from '../../app/links.tsx';
import { CreatePriceWatchDocument } from '../../generated/features/watches/watches.ts';

type WatchButtonProps = Readonly<{ listingId: string; current: MoneyValue }>;

/** A little below the present price: what most people mean by "tell me when it falls". */
const suggested = ({ amount }: MoneyValue): string => String(Math.floor(Number(amount) * 0.95));

const amountPath = ['input', 'threshold', 'amount'];

const isAboutAmount = ({ path }: FieldProblem): boolean => path[1] === 'threshold';

type WatchDialogProps = WatchButtonProps & Readonly<{ onClose: () => void; onDone: () => void }>;

function WatchDialog({ listingId, current, onClose, onDone }: WatchDialogProps) {
  const [amount, setAmount] = useState(suggested(current));
  const [create] = useMutation(CreatePriceWatchDocument, { context: { identity: 'required' } });
  const { send, refuse, isSending, problems } = useChange();
  const form = useProblemFocus<HTMLFormElement>(problems);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const written = readAmount(amount, current);
    if (written === undefined) {
      refuse([{ path: amountPath, message: amountSentence(current) }]);
      return;
    }
    const input = { listingId, threshold: { amount: written, currency: current.currency } };
    if (await send(async () => (await create({ variables: { input } })).data?.createPriceWatch)) onDone();
  };
  const wrong = problems.find(isAboutAmount);
  const general = problems.filter((problem) => !isAboutAmount(problem));
  return (
    <Dialog open onClose={onClose} aria-labelledby="watch-title" fullWidth maxWidth="xs">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle id="watch-title">Watch this price</DialogTitle>
        <DialogContent>
          {general.map(({ message }) => (
            <Alert key={message} severity="error" sx={{ mb: 2 }}>
              {message}
            </Alert>
          ))}
          <TextField
            label={`Tell me at or below (${current.currency})`}
            value={amount}
            onChange={({ target }) => setAmount(target.value.slice(0, 12))}
            error={wrong !== undefined}
            helperText={wrong?.message}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            fullWidth
            autoFocus
            margin="dense"
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Not now</Button>
          <BusyButton type="submit" variant="contained" isBusy={isSending}>
            Watch
          </BusyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Begins to watch the price of a listing; a stranger is asked to sign in first, and comes back. */
export function WatchButton(props: WatchButtonProps) {
  const { status } = useSessionState();
  const next = useLocation({ select: ({ href }) => href });
  const [step, setStep] = useState<'idle' | 'asking' | 'done'>('idle');
  if (status === 'signedOut')
    return (
      <ButtonLink to="/sign-in" search={{ next }} variant="outlined">
        Sign in to watch this price
      </ButtonLink>
    );
  if (step === 'done')
    return (
      <Typography role="status">
        You hear of it the moment it falls. <ButtonLink to="/watches">My watches</ButtonLink>
      </Typography>
    );
  return (
    <>
      <Button variant="outlined" onClick={() => setStep('asking')}>
        Watch this price
      </Button>
      {step === 'asking' && <WatchDialog {...props} onClose={() => setStep('idle')} onDone={() => setStep('done')} />}
    </>
  );
}
