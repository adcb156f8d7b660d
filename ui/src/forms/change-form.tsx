import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { FormEvent, ReactNode } from 'react';
import { type FieldProblem, isAbout, problemAt } from '../failures/failure.ts';
import { sentenceOf } from '../failures/failure-sentence.ts';
import { useAsking } from '../graph/use-asking.ts';
import { BusyButton } from './busy-button.tsx';
import { useProblemFocus } from './focus-problem.ts';
import { type ChangeAnswer, useChange } from './use-change.ts';

/** Finds what is wrong with a field by its name, the path in the input joined with points. */
export type ProblemOf = (name: string) => string | undefined;

type ChangeFormProps = Readonly<{
  title: string;
  /** Reads the fields and asks the graph for the change. */
  change: (form: FormData) => Promise<ChangeAnswer>;
  /** What is wrong with the fields as they stand: nothing is sent until there is nothing. */
  check?: (form: FormData) => readonly FieldProblem[];
  /** The names of the fields that are shown. */
  names: readonly string[];
  /** Reads again what somebody else has changed meanwhile. */
  onReload?: () => Promise<unknown>;
  /** Said once the change is made. */
  doneText: string;
  children: (problemOf: ProblemOf) => ReactNode;
}>;

/** Nobody's change is written over unseen: the way on is to see theirs, beside what one has typed. */
function StaleNotice({ onReload, onLoaded }: Readonly<{ onReload: () => Promise<unknown>; onLoaded: () => void }>) {
  const { ask, isAsking, error } = useAsking(onReload);
  const load = async () => {
    if (await ask()) onLoaded();
  };
  return (
    <Alert
      severity="warning"
      action={
        <BusyButton color="inherit" isBusy={isAsking} onClick={() => void load()}>
          Load the new values
        </BusyButton>
      }
    >
      Somebody else has changed this meanwhile. Nothing was saved. What you have typed stays.
      {error !== undefined && ` The new values could not be loaded. ${sentenceOf(error)}`}
    </Alert>
  );
}

/** A form that changes something: problems stand beside their fields, the others above. */
export function ChangeForm({ title, change, check, names, onReload, doneText, children }: ChangeFormProps) {
  const { send, refuse, forget, isSending, problems, isDone, isStale } = useChange();
  const sent = useProblemFocus<HTMLFormElement>(problems);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wrong = check?.(form) ?? [];
    if (wrong.length > 0) refuse(wrong);
    else void send(() => change(form));
  };
  const general = problems.filter((problem) => !names.some((name) => isAbout(problem, name)));
  const problemOf: ProblemOf = (name) => problemAt(problems, name);
  return (
    <Paper component="form" ref={sent} variant="outlined" sx={{ p: 2 }} onSubmit={submit} noValidate>
      <Stack spacing={2}>
        <Typography variant="h2">{title}</Typography>
        {isStale && onReload ? (
          <StaleNotice onReload={onReload} onLoaded={forget} />
        ) : (
          general.map(({ message }) => (
            <Alert key={message} severity="error">
              {message}
            </Alert>
          ))
        )}
        {children(problemOf)}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <BusyButton type="submit" variant="contained" isBusy={isSending}>
            Save
          </BusyButton>
          <Typography role="status">{isDone && doneText}</Typography>
        </Stack>
      </Stack>
    </Paper>
  );
}
