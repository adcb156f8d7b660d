import { useMutation } from '@apollo/client/react';
import { ChangeForm, type ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import { amountOf, amountProblems, wholeOf, wholeProblems } from '@meridian/ui/forms/form-values';
import Grid from '@mui/material/Grid';
import Typography from '@mui/material/Typography';
import {
  type ChangeableFareFragment,
  type ChangeableListingFragment,
  ChangeFlightDocument,
} from '../../generated/features/listings/listing.ts';
import { savedText } from './saved-text.ts';
import { ValueField } from './value-field.tsx';

type Flight = Extract<ChangeableListingFragment, { __typename: 'Flight' }>;

const amounts = ['price', 'taxes', 'fees'] as const;
const labels = { price: 'Price', taxes: 'Taxes', fees: 'Fees' } as const;

const nameOf = (index: number, field: string): string => `fares.${index}.${field}`;

/** A fare with what the form says of it; the rest stays as it is. */
const fareInput = (fare: ChangeableFareFragment, index: number, form: FormData) => ({
  key: fare.key,
  name: fare.name,
  cabin: fare.cabin,
  refundable: fare.refundable,
  changeable: fare.changeable,
  checkedBags: fare.checkedBags,
  price: amountOf(form, nameOf(index, 'price'), fare.price),
  taxes: amountOf(form, nameOf(index, 'taxes'), fare.price),
  fees: amountOf(form, nameOf(index, 'fees'), fare.price),
  seats: wholeOf(form, nameOf(index, 'seats')),
});

type FareFieldsProps = Readonly<{ fare: ChangeableFareFragment; index: number; problemOf: ProblemOf }>;

const FareFields = ({ fare, index, problemOf }: FareFieldsProps) => (
  <Grid container component="fieldset" spacing={1.5} sx={{ border: 0, p: 0, m: 0 }}>
    <Grid size={12} component="legend" sx={{ p: 0 }}>
      <Typography sx={{ fontWeight: 650 }}>{fare.name}</Typography>
    </Grid>
    {amounts.map((field) => (
      <Grid key={field} size={{ xs: 6, md: 3 }}>
        <ValueField
          name={nameOf(index, field)}
          label={`${labels[field]} (${fare.price.currency})`}
          value={fare[field].amount}
          problemOf={problemOf}
        />
      </Grid>
    ))}
    <Grid size={{ xs: 6, md: 3 }}>
      <ValueField
        name={nameOf(index, 'seats')}
        label="Seats on sale"
        value={fare.seatsOffered}
        inputMode="numeric"
        problemOf={problemOf}
      />
    </Grid>
  </Grid>
);

/** Prices and seats of a flight's fares. */
export function FlightForm({ flight, onReload }: Readonly<{ flight: Flight; onReload: () => Promise<unknown> }>) {
  const [changeFlight] = useMutation(ChangeFlightDocument, { context: { identity: 'required' } });
  const change = async (form: FormData) => {
    const fares = flight.fares.map((fare, index) => fareInput(fare, index, form));
    const input = { id: flight.id, expectedVersion: flight.version, fares };
    return (await changeFlight({ variables: { input } })).data?.updateFlight;
  };
  const check = (form: FormData) =>
    flight.fares.flatMap(({ price }, index) => [
      ...amountProblems(
        form,
        amounts.map((field) => nameOf(index, field)),
        price,
      ),
      ...wholeProblems(form, [nameOf(index, 'seats')]),
    ]);
  const names = flight.fares.flatMap((_fare, index) => [...amounts, 'seats'].map((field) => nameOf(index, field)));
  return (
    <ChangeForm title="Fares" change={change} check={check} names={names} onReload={onReload} doneText={savedText}>
      {(problemOf) =>
        flight.fares.map((fare, index) => <FareFields key={fare.id} fare={fare} index={index} problemOf={problemOf} />)
      }
    </ChangeForm>
  );
}
