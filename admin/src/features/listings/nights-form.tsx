import { useMutation } from '@apollo/client/react';
import { ChangeForm, type ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import { textOf } from '@meridian/ui/forms/form-values';
import { today } from '@meridian/ui/time/today';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { ChangeNightsDocument } from '../../generated/features/listings/listing.ts';
import { savedText } from './saved-text.ts';
import type { Stay } from './stay-form.tsx';
import { ValueField } from './value-field.tsx';

const nameOf = (field: string): string => `nights.0.${field}`;
const names = ['from', 'until', 'price', 'open'].map(nameOf);

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

/** A run of nights as the form says it: a price that is left empty stays as it is. */
function nightsInput(form: FormData) {
  const price = textOf(form, nameOf('price'));
  const open = textOf(form, nameOf('open')) === 'true';
  return {
    from: textOf(form, nameOf('from')),
    until: textOf(form, nameOf('until')),
    open,
    ...(price === '' ? {} : { price }),
  };
}

/** Other prices for some nights, and nights that are not sold. */
export function NightsForm({ stay }: Readonly<{ stay: Stay }>) {
  const [changeNights] = useMutation(ChangeNightsDocument, { context: { identity: 'required' } });
  const change = async (form: FormData) => {
    const input = { stayId: stay.id, expectedVersion: stay.version, nights: [nightsInput(form)] };
    return (await changeNights({ variables: { input } })).data?.setNightlyPrices;
  };
  return (
    <ChangeForm title="Some nights" change={change} names={names} doneText={savedText}>
      {(problemOf) => (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <DayField field="from" label="First night" problemOf={problemOf} />
          <DayField field="until" label="Morning of departure" problemOf={problemOf} />
          <ValueField
            name={nameOf('price')}
            label={`A night (${stay.cleaningFee.currency})`}
            value=""
            problemOf={problemOf}
          />
          <TextField select name={nameOf('open')} label="On sale" defaultValue="true" sx={{ minWidth: 140 }}>
            <MenuItem value="true">Yes</MenuItem>
            <MenuItem value="false">No</MenuItem>
          </TextField>
        </Stack>
      )}
    </ChangeForm>
  );
}
