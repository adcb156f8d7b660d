import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useProblemFocus } from '@meridian/ui/forms/focus-problem';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { TextLink } from '../../app/links.tsx';
import { AccountSection } from './account-section.tsx';
import { type Refusal, useDeletion } from './use-deletion.ts';

const longestPassword = 200;

const RefusalNotice = ({ general, bookingIds = [] }: Refusal) =>
  general === undefined ? null : (
    <Alert severity="error">
      {general}
      <Stack>
        {bookingIds.map((id, index) => (
          <TextLink key={id} to="/trips/$id" params={{ id }}>
            {bookingIds.length === 1 ? 'See the booking' : `See booking ${index + 1}`}
          </TextLink>
        ))}
      </Stack>
    </Alert>
  );

function DeletionDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { send, isSending, refusal } = useDeletion();
  const form = useProblemFocus<HTMLFormElement>(refusal);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="delete-title">
      <form ref={form} onSubmit={submit} noValidate>
        <DialogTitle id="delete-title">Delete your account for good?</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <DialogContentText>
              This cannot be undone. Say your password once more, so that nobody else does it in your place.
            </DialogContentText>
            {refusal && <RefusalNotice {...refusal} />}
            <TextField
              name="password"
              type="password"
              label="Password"
              autoComplete="current-password"
              autoFocus
              required
              error={refusal?.password !== undefined}
              helperText={refusal?.password}
              slotProps={{ htmlInput: { maxLength: longestPassword } }}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Keep it</Button>
          <BusyButton type="submit" color="error" variant="contained" isBusy={isSending}>
            Delete my account
          </BusyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The way out: what goes, what stays, and the word of who wants it. */
export function DeletionSection() {
  const [isOpen, setOpen] = useState(false);
  return (
    <AccountSection title="Delete your account">
      <Typography>
        Your profile, devices, watched prices and alerts are deleted. Your reviews stay without your name. Trips that
        are over keep what was paid and lose your name.
      </Typography>
      <Typography>
        A trip that stands ahead, is held or waits for its owner keeps the account: cancel it first, or wait until it is
        over.
      </Typography>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        Delete my account
      </Button>
      {isOpen && <DeletionDialog onClose={() => setOpen(false)} />}
    </AccountSection>
  );
}
