import type { FieldProblem } from '../failures/failure.ts';
import { type AmountStyle, amountSentence, readAmount } from './amount.ts';

/** All fields of a form as they are written, by their names. */
export const textsIn = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

/** The text of a field, without spaces around it. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The whole number in a field. What is none is sent as -1, which the graph refuses beside the field that it stands in. */
export function wholeOf(form: FormData, name: string): number {
  const text = textOf(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** The amount in a field as the graph takes it; what is none as it is written. */
export const amountOf = (form: FormData, name: string, style: AmountStyle): string =>
  readAmount(textOf(form, name), style) ?? textOf(form, name);

const problemsOf = (names: readonly string[], message: string): readonly FieldProblem[] =>
  names.map((name) => ({ path: ['input', ...name.split('.')], message }));

/** Which fields hold no whole number. Their names are paths in the input. */
export const wholeProblems = (form: FormData, names: readonly string[]): readonly FieldProblem[] =>
  problemsOf(
    names.filter((name) => wholeOf(form, name) < 0),
    'Write a whole number.',
  );

/** Which fields hold no amount. Their names are paths in the input. */
export const amountProblems = (form: FormData, names: readonly string[], style: AmountStyle): readonly FieldProblem[] =>
  problemsOf(
    names.filter((name) => readAmount(textOf(form, name), style) === undefined),
    amountSentence(style),
  );
