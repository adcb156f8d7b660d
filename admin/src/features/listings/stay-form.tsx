import { useMutation } from '@apollo/client/react';
import { ChangeForm } from '@meridian/ui/forms/change-form.tsx';
import Stack from '@mui/material/Stack';
import { ChangeStayDocument, type ListingToChangeQuery } from '../../generated/features/listings/listing.ts';
import { nightsShownUntil } from './nights-shown.ts';
import { savedText } from './saved-text.ts';
import { stayInput, stayProblems, unitsName } from './stay-input.ts';
import { ValueField } from './value-field.tsx';

/** A stay as it can be changed. */
export type Stay = Extract<NonNullable<ListingToChangeQuery['listing']>, { __typename: 'Stay' }>;

/** What a night costs, and how many rooms there are. */
export function StayForm({ stay, onReload }: Readonly<{ stay: Stay; onReload: () => Promise<unknown> }>) {
  const [changeStay] = useMutation(ChangeStayDocument, { context: { identity: 'required' } });
  const { currency } = stay.cleaningFee;
  const change = async (form: FormData) => {
    const variables = { input: stayInput(stay, form), until: nightsShownUntil() };
    return (await changeStay({ variables })).data?.updateStay;
  };
  const names = ['nightlyPrice', 'cleaningFee', ...stay.roomTypes.map((_roomType, index) => unitsName(index))];
  return (
    <ChangeForm
      title="Price and rooms"
      change={change}
      check={(form) => stayProblems(stay, form)}
      names={names}
      onReload={onReload}
      doneText={savedText}
    >
      {(problemOf) => (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <ValueField
            name="nightlyPrice"
            label={`A night (${currency})`}
            value={stay.nightlyPrice?.amount ?? ''}
            problemOf={problemOf}
          />
          <ValueField
            name="cleaningFee"
            label={`Cleaning (${currency})`}
            value={stay.cleaningFee.amount}
            problemOf={problemOf}
          />
          {stay.roomTypes.map(({ id, name, units }, index) => (
            <ValueField
              key={id}
              name={unitsName(index)}
              label={`Rooms: ${name}`}
              value={units}
              inputMode="numeric"
              problemOf={problemOf}
            />
          ))}
        </Stack>
      )}
    </ChangeForm>
  );
}
