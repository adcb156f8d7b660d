import { type FieldProblem, problemAt } from '@meridian/ui/failures/failure';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useProblemFocus } from '@meridian/ui/forms/focus-problem';
import { textsIn } from '@meridian/ui/forms/form-values';
import Alert from '@mui/material/Alert';
import Grid from '@mui/material/Grid';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FormEvent } from 'react';
import type { Party } from '../search/party-search.ts';
import { type TravelerDraft, travelersIn } from './travelers.ts';
import type { TravelersDraft } from './travelers-draft.ts';
import type { WhoIsAsked } from './who-is-asked.ts';

type TravelersFormProps = Readonly<{
  party: Party;
  words: WhoIsAsked;
  /** What was typed before. */
  draft: TravelersDraft;
  problems: readonly FieldProblem[];
  /** What is wrong with no field in particular. */
  message: string | undefined;
  isSending: boolean;
  /** It cannot be had: what was typed stays, and there is nothing to send. */
  isOver: boolean;
  onType: (draft: TravelersDraft) => void;
  onSubmit: (travelers: readonly TravelerDraft[]) => void;
}>;

const longestName = 80;

const names = [
  { name: 'givenName', label: 'Given name', autoComplete: 'given-name' },
  { name: 'familyName', label: 'Family name', autoComplete: 'family-name' },
] as const;

type TravelerFieldsProps = Readonly<{ index: number; legend: string }> &
  Pick<TravelersFormProps, 'problems' | 'words' | 'draft'>;

const TravelerFields = ({ index, legend, problems, words, draft }: TravelerFieldsProps) => (
  <Grid container component="fieldset" spacing={1.5} sx={{ border: 0, p: 0, m: 0 }}>
    <Grid size={12} component="legend" sx={{ p: 0, fontWeight: 650, mb: 1 }}>
      {legend}
    </Grid>
    {names.map(({ name, label, autoComplete }) => (
      <Grid key={name} size={{ xs: 12, sm: 6 }}>
        <TextField
          name={`${index}.${name}`}
          label={label}
          defaultValue={draft[`${index}.${name}`]}
          autoComplete={index === 0 ? autoComplete : 'off'}
          required
          fullWidth
          error={problemAt(problems, `travelers.${index}.${name}`) !== undefined}
          helperText={problemAt(problems, `travelers.${index}.${name}`) ?? words.hint}
          slotProps={{ htmlInput: { maxLength: longestName } }}
        />
      </Grid>
    ))}
  </Grid>
);

/** Who travels, checks in, or drives. */
export function TravelersForm(props: TravelersFormProps) {
  const { party, words, problems, draft, message, isSending, isOver, onType, onSubmit } = props;
  const form = useProblemFocus<HTMLFormElement>(problems);
  const kinds = [...Array<string>(party.adults).fill('adult'), ...Array<string>(party.children).fill('child')];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isOver) onSubmit(travelersIn(new FormData(event.currentTarget), party));
  };
  return (
    <Paper
      component="form"
      ref={form}
      variant="outlined"
      sx={{ p: { xs: 2, sm: 3 } }}
      onSubmit={submit}
      onChange={(event: FormEvent<HTMLFormElement>) => onType(textsIn(event.currentTarget))}
      noValidate
    >
      <Stack spacing={3}>
        <Typography variant="h2">{words.question}</Typography>
        {message && <Alert severity="error">{message}</Alert>}
        {kinds.map((kind, index) => (
          <TravelerFields
            // biome-ignore lint/suspicious/noArrayIndexKey: travelers are told apart by their number alone
            key={index}
            index={index}
            legend={words.legend(index + 1, kind)}
            problems={problems}
            words={words}
            draft={draft}
          />
        ))}
        <BusyButton type="submit" variant="contained" size="large" isBusy={isSending} disabled={isOver}>
          Hold and go on
        </BusyButton>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Nothing is charged yet. The next step says how long it is held for you, and takes the payment.
        </Typography>
      </Stack>
    </Paper>
  );
}
