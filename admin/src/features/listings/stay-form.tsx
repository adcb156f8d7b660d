import { useMutation } from '@apollo/client/react';
import { ChangeForm } from '@meridian/ui/forms/change-form.tsx';
import { textOf, wholeOf } from '@meridian/ui/forms/form-values';
import Stack from '@mui/material/Stack';
import {
  type ChangeableListingFragment,
  type ChangeableRoomTypeFragment,
  ChangeStayDocument,
} from '../../generated/features/listings/listing.ts';
import { savedText } from './saved-text.ts';
import { ValueField } from './value-field.tsx';

/** A stay as it can be changed. */
export type Stay = Extract<ChangeableListingFragment, { __typename: 'Stay' }>;

const unitsName = (index: number): string => `roomTypes.${index}.units`;

const roomTypeInput = ({ id: _, __typename, ...roomType }: ChangeableRoomTypeFragment, units: number) => ({
  ...roomType,
  units,
});

/** What a night costs, and how many rooms there are. */
export function StayForm({ stay }: Readonly<{ stay: Stay }>) {
  const [changeStay] = useMutation(ChangeStayDocument, { context: { identity: 'required' } });
  const { currency } = stay.cleaningFee;
  const change = async (form: FormData) => {
    const nightlyPrice = textOf(form, 'nightlyPrice');
    const roomTypes = stay.roomTypes.map((roomType, index) => roomTypeInput(roomType, wholeOf(form, unitsName(index))));
    const prices = { cleaningFee: textOf(form, 'cleaningFee'), ...(nightlyPrice === '' ? {} : { nightlyPrice }) };
    const input = { id: stay.id, expectedVersion: stay.version, ...prices, roomTypes };
    return (await changeStay({ variables: { input } })).data?.updateStay;
  };
  const names = ['nightlyPrice', 'cleaningFee', ...stay.roomTypes.map((_roomType, index) => unitsName(index))];
  return (
    <ChangeForm title="Price and rooms" change={change} names={names} doneText={savedText}>
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
