import type { FieldProblem } from '@meridian/ui/failures/failure';
import { amountOf, amountProblems, textOf } from '@meridian/ui/forms/form-values';

/** The name of a field of the one run that the form changes: its path in the input. */
export const nameOf = (field: 'from' | 'until' | 'price' | 'open'): string => `nights.0.${field}`;

/** What the graph is told of a run: what is absent stays as it is. */
export type NightsInput = Readonly<{ from: string; until: string; price?: string; open?: boolean }>;

/** A run of nights as the form says it: only what was changed, so that a price alone opens no night that is closed. */
export function nightsInput(form: FormData, currency: string): NightsInput {
  const price = amountOf(form, nameOf('price'), { currency });
  const open = textOf(form, nameOf('open'));
  return {
    from: textOf(form, nameOf('from')),
    until: textOf(form, nameOf('until')),
    ...(price !== '' && { price }),
    ...(open !== '' && { open: open === 'true' }),
  };
}

/** What is wrong with the fields as they stand. */
export function nightsProblems(form: FormData, currency: string): readonly FieldProblem[] {
  const [from, until, price, open] = (['from', 'until', 'price', 'open'] as const).map((field) =>
    textOf(form, nameOf(field)),
  );
  const at = (field: Parameters<typeof nameOf>[0], message: string): FieldProblem => ({
    path: ['input', ...nameOf(field).split('.')],
    message,
  });
  return [
    ...(from ? [] : [at('from', 'Choose the first night.')]),
    ...(until ? [] : [at('until', 'Choose the morning behind the last night.')]),
    ...(from && until && until <= from ? [at('until', 'Choose a morning behind the first night.')] : []),
    ...(price ? amountProblems(form, [nameOf('price')], { currency }) : []),
    ...(price || open ? [] : [at('price', 'Write a price, or say below whether they are on sale.')]),
  ];
}
