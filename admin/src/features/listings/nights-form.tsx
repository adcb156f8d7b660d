import { useMutation } from '@apollo/client/react';
import { ChangeForm, type ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import { today } from '@meridian/ui/time/today';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { ChangeNightsDocument } from '../../generated/features/listings/listing.ts';
import { nameOf, nightsInput, nightsProblems } from './nights-input.ts';
import { nightsShownUntil } from './nights-shown.ts';
import { savedText } from './saved-text.ts';
import type { Stay } from './stay-form.tsx';
import { ValueField } from './value-field.tsx';

const names = (['from', 'until', 'price', 'open'] as const).map(nameOf);

type DayFieldProps = Readonly<{ field: 'from' | 'until'; label: string; problemOf: ProblemOf }>;

const DayField = ({ field, label, problemOf }: DayFieldProps) => (
  <TextField
    type="date"
    name={nameOf(field)}
    label={label}
    error={problemOf(nameOf(field)) !== undefined}
    helperText={problemOf(nameOf(field))}
    slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today() } }}
  />
);

/** Other prices for some nights, and nights that are not sold. */
export function NightsForm({ stay, onReload }: Readonly<{ stay: Stay; onReload: () => Promise<unknown> }>) {
  const { currency } = stay.cleaningFee;
  const [changeNights] = useMutation(ChangeNightsDocument, { context: { identity: 'required' } });
  const change = async (form: FormData) => {
    const input = { stayId: stay.id, expectedVersion: stay.version, nights: [nightsInput(form, currency)] };
    return (await changeNights({ variables: { input, until: nightsShownUntil() } })).data?.setNightlyPrices;
  };
  return (
    <ChangeForm
      title="Some nights"
      change={change}
      check={(form) => nightsProblems(form, currency)}
      names={names}
      onReload={onReload}
      doneText={savedText}
    >
      {(problemOf) => (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <DayField field="from" label="First night" problemOf={problemOf} />
          <DayField field="until" label="Morning of departure" problemOf={problemOf} />
          <ValueField name={nameOf('price')} label={`A night (${currency})`} value="" problemOf={problemOf} />
          <TextField
            select
            name={nameOf('open')}
            label="On sale"
            defaultValue=""
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
            sx={{ minWidth: 160 }}
          >
            <MenuItem value="">As it is</MenuItem>
            <MenuItem value="true">Yes</MenuItem>
            <MenuItem value="false">No</MenuItem>
          </TextField>
        </Stack>
      )}
    </ChangeForm>
  );
}
