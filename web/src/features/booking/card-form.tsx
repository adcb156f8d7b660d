import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { sandboxCards } from './sandbox-cards.ts';

type CardFormProps = Readonly<{ label: string; isSending: boolean; onPay: (token: string) => void }>;

/** Chooses a card and pays with it. */
export function CardForm({ label, isSending, onPay }: CardFormProps) {
  const [token, setToken] = useState<string>(sandboxCards[0].token);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) onPay(token);
  };
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <TextField
        select
        label="Card"
        value={token}
        onChange={({ target }) => setToken(target.value)}
        helperText="A sandbox: these cards stand for what can happen. No money moves."
      >
        {sandboxCards.map((card) => (
          <MenuItem key={card.token} value={card.token}>
            {card.label}
          </MenuItem>
        ))}
      </TextField>
      <BusyButton type="submit" variant="contained" size="large" isBusy={isSending}>
        {label}
      </BusyButton>
    </Stack>
  );
}
