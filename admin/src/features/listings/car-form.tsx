import { useMutation } from '@apollo/client/react';
import { ChangeForm } from '@meridian/ui/forms/change-form.tsx';
import { amountOf, amountProblems, wholeOf, wholeProblems } from '@meridian/ui/forms/form-values';
import Stack from '@mui/material/Stack';
import { type ChangeableListingFragment, ChangeCarDocument } from '../../generated/features/listings/listing.ts';
import { savedText } from './saved-text.ts';
import { ValueField } from './value-field.tsx';

type Car = Extract<ChangeableListingFragment, { __typename: 'Car' }>;

const names = ['dailyPrice', 'serviceFee', 'units'];

/** What a car costs, and how many of its kind there are. */
export function CarForm({ car, onReload }: Readonly<{ car: Car; onReload: () => Promise<unknown> }>) {
  const [changeCar] = useMutation(ChangeCarDocument, { context: { identity: 'required' } });
  const { currency } = car.serviceFee;
  const change = async (form: FormData) => {
    const prices = {
      dailyPrice: amountOf(form, 'dailyPrice', { currency }),
      serviceFee: amountOf(form, 'serviceFee', { currency }),
    };
    const input = { id: car.id, expectedVersion: car.version, ...prices, units: wholeOf(form, 'units') };
    return (await changeCar({ variables: { input } })).data?.updateCar;
  };
  const check = (form: FormData) => [
    ...amountProblems(form, ['dailyPrice', 'serviceFee'], { currency }),
    ...wholeProblems(form, ['units']),
  ];
  return (
    <ChangeForm
      title="Price and number"
      change={change}
      check={check}
      names={names}
      onReload={onReload}
      doneText={savedText}
    >
      {(problemOf) => (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
          <ValueField
            name="dailyPrice"
            label={`A day (${currency})`}
            value={car.dailyPrice.amount}
            problemOf={problemOf}
          />
          <ValueField
            name="serviceFee"
            label={`Service fee (${currency})`}
            value={car.serviceFee.amount}
            problemOf={problemOf}
          />
          <ValueField name="units" label="Cars" value={car.units} inputMode="numeric" problemOf={problemOf} />
        </Stack>
      )}
    </ChangeForm>
  );
}
