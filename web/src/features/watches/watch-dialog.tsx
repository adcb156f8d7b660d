import { useMutation } from '@apollo/client/react';
import type { FieldProblem } from '@meridian/ui/failures/failure';
import type { MoneyValue } from '@meridian/ui/formats/money';
import { amountSentence, readAmount } from '@meridian/ui/forms/amount';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useProblemFocus } from '@meridian/ui/forms/focus-problem';
import { useChange } from '@meridian/ui/forms/use-change';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import {
  CreatePriceWatchDocument,
  UpdatePriceWatchDocument,
  WatchesOfListingDocument,
  type WatchSummaryFragment,
} from '../../generated/features/watches/watches.ts';

/** What is watched, what it costs now, and the watch that is there already. */
export type Watched = Readonly<{ listingId: string; current: MoneyValue; known: WatchSummaryFragment | undefined }>;

/** A little below the present price: what most people mean by "tell me when it falls". */
const suggested = ({ amount }: MoneyValue): string => String(Math.floor(Number(amount) * 0.95));

/** The page reads anew what is watched, whatever came of it: another tab may have been faster. */
const sending = { context: { identity: 'required' as const }, refetchQueries: [WatchesOfListingDocument] };

const amountPath = ['input', 'threshold', 'amount'];

const alike = 'Another watch of yours tells you at just this price. Choose another one, or keep only that watch.';

/** Makes the watch, or gives the one that is there another threshold. */
function useWatch({ listingId, current: { currency }, known }: Watched) {
  const [create] = useMutation(CreatePriceWatchDocument, { ...sending, awaitRefetchQueries: true });
  const [update] = useMutation(UpdatePriceWatchDocument, sending);
  return async (amount: string) => {
    const threshold = { amount, currency };
    if (known) {
      const answer = (await update({ variables: { input: { id: known.id, threshold } } })).data?.updatePriceWatch;
      // It is the price that is to be another one: the sentence stands beside its field.
      return answer?.__typename === 'AlreadyWatched' ? { ...answer, message: alike, path: amountPath } : answer;
    }
    const answer = (await create({ variables: { input: { listingId, threshold } } })).data?.createPriceWatch;
    return answer?.__typename === 'AlreadyWatched' ? answer.watch : answer;
  };
}

const isAboutAmount = ({ path }: FieldProblem): boolean => path[1] === 'threshold';

type WatchDialogProps = Watched & Readonly<{ onClose: () => void; onDone: () => void }>;

/** Asks below which price one wants to be told. */
export function WatchDialog({ onClose, onDone, ...watched }: WatchDialogProps) {
  const { current, known } = watched;
  const [amount, setAmount] = useState(known?.threshold?.amount ?? suggested(current));
  const save = useWatch(watched);
  const { send, refuse, isSending, problems } = useChange();
  const form = useProblemFocus<HTMLFormElement>(problems);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const written = readAmount(amount, current);
    if (written === undefined) refuse([{ path: amountPath, message: amountSentence(current) }]);
    else if (await send(() => save(written))) onDone();
  };
  const wrong = problems.find(isAboutAmount);
  return (
    <Dialog open onClose={onClose} aria-labelledby="watch-title" fullWidth maxWidth="xs">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle id="watch-title">Watch this price</DialogTitle>
        <DialogContent>
          {problems
            .filter((problem) => !isAboutAmount(problem))
            .map(({ message }) => (
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
            {known ? 'Save' : 'Watch'}
          </BusyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
