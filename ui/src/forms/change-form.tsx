import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { FormEvent, ReactNode } from 'react';
import type { FieldProblem } from './field-problems.ts';
import { useChange } from './use-change.ts';

/** Finds what is wrong with a field by its name, the path in the input joined with points. */
export type ProblemOf = (name: string) => string | undefined;

type ChangeFormProps = Readonly<{
  title: string;
  /** Reads the fields and asks the graph for the change. */
  change: (
    form: FormData,
  ) => Parameters<ReturnType<typeof useChange>['send']>[0] extends () => infer Answer ? Answer : never;
  /** The names of the fields that are shown. */
  names: readonly string[];
  /** Said once the change is made. */
  doneText: string;
  children: (problemOf: ProblemOf) => ReactNode;
}>;

const nameOf = ({ path }: FieldProblem): string => path.slice(1).join('.');

/** A form that changes something: problems stand beside their fields, the others above. */
export function ChangeForm({ title, change, names, doneText, children }: ChangeFormProps) {
  const { send, isSending, problems, isDone } = useChange();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void send(() => change(form));
  };
  const general = problems.filter((problem) => !names.includes(nameOf(problem)));
  const problemOf: ProblemOf = (name) => problems.find((problem) => nameOf(problem) === name)?.message;
  return (
    <Paper component="form" variant="outlined" sx={{ p: 2 }} onSubmit={submit} noValidate>
      <Stack spacing={2}>
        <Typography variant="h2">{title}</Typography>
        {general.map(({ message }) => (
          <Alert key={message} severity="error">
            {message}
          </Alert>
        ))}
        {children(problemOf)}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <Button type="submit" variant="contained" loading={isSending}>
            Save
          </Button>
          <Typography role="status">{isDone && doneText}</Typography>
        </Stack>
      </Stack>
    </Paper>
  );
}
