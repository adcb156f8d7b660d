import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Failure } from '../failures/failure.ts';
import { failureOf } from '../failures/failure-sentence.ts';
import { BusyButton } from '../forms/busy-button.tsx';
import { fieldProblems } from '../forms/field-problems.ts';
import { useProblemFocus } from '../forms/focus-problem.ts';
import { textsIn } from '../forms/form-values.ts';
import type { BegunSession } from './begin-session.ts';

/** A field of the form; `name` is the one of the mutation's input. */
export type AccountField = Readonly<{
  name: string;
  label: string;
  type: 'email' | 'password' | 'text';
  autoComplete: string;
  help?: string;
}>;

type Answer = Readonly<{ begun: BegunSession } | { failure: Failure }>;

type AccountFormProps = Readonly<{
  title: string;
  fields: readonly AccountField[];
  submitLabel: string;
  /** Asks the graph. Throws when it does not answer. */
  send: (values: Readonly<Record<string, string>>) => Promise<Answer>;
  onBegun: (begun: BegunSession) => Promise<void>;
  children: ReactNode;
}>;

/** The longest text that a field takes; what is pasted beyond it is cut. */
const longest = 200;

/** A form that begins a session. */
export function AccountForm({ title, fields, submitLabel, send, onBegun, children }: AccountFormProps) {
  const [failure, setFailure] = useState<Failure>();
  const form = useProblemFocus<HTMLFormElement>(failure);
  const [isSending, setSending] = useState(false);
  const problems = fieldProblems(
    failure,
    fields.map(({ name }) => name),
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = textsIn(event.currentTarget);
    setSending(true);
    try {
      const answer = await send(values);
      if ('begun' in answer) await onBegun(answer.begun);
      else setFailure(answer.failure);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 4 }, maxWidth: 440, mx: 'auto', mt: { sm: 4 } }}>
      <Stack component="form" ref={form} spacing={2} onSubmit={(event) => void submit(event)} noValidate>
        <Typography variant="h1" sx={{ fontSize: '1.6rem' }}>
          {title}
        </Typography>
        {problems.general && <Alert severity="error">{problems.general}</Alert>}
        {fields.map(({ name, label, type, autoComplete, help }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            type={type}
            autoComplete={autoComplete}
            required
            error={problems.fields[name] !== undefined}
            helperText={problems.fields[name] ?? help}
            slotProps={{ htmlInput: { maxLength: longest } }}
          />
        ))}
        <BusyButton type="submit" variant="contained" size="large" isBusy={isSending}>
          {submitLabel}
        </BusyButton>
        {children}
      </Stack>
    </Paper>
  );
}
