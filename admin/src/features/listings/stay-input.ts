import type { FieldProblem } from '@meridian/ui/failures/failure';
import { amountOf, amountProblems, textOf, wholeOf, wholeProblems } from '@meridian/ui/forms/form-values';
import type { Stay } from './stay-form.tsx';

type RoomType = Stay['roomTypes'][number];

/** The name of the field that holds how many rooms of a type there are: its path in the input. */
export const unitsName = (index: number): string => `roomTypes.${index}.units`;

const roomTypeInput = ({ id: _, __typename, nights: _nights, ...roomType }: RoomType, units: number) => ({
  ...roomType,
  units,
});

/** A stay as the form says it; a price that is left empty stays as it is. */
export function stayInput(stay: Stay, form: FormData) {
  const nightlyPrice = amountOf(form, 'nightlyPrice', stay.cleaningFee);
  return {
    id: stay.id,
    expectedVersion: stay.version,
    cleaningFee: amountOf(form, 'cleaningFee', stay.cleaningFee),
    ...(nightlyPrice === '' ? {} : { nightlyPrice }),
    roomTypes: stay.roomTypes.map((roomType, index) => roomTypeInput(roomType, wholeOf(form, unitsName(index)))),
  };
}

/** What is wrong with the fields as they stand. */
export function stayProblems({ cleaningFee, roomTypes }: Stay, form: FormData): readonly FieldProblem[] {
  const amounts = textOf(form, 'nightlyPrice') === '' ? ['cleaningFee'] : ['nightlyPrice', 'cleaningFee'];
  const units = roomTypes.map((_roomType, index) => unitsName(index));
  return [...amountProblems(form, amounts, cleaningFee), ...wholeProblems(form, units)];
}
