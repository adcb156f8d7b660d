/** The text of a field, without spaces around it. */
export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The whole number in a field. What is none is sent as -1, which the graph refuses beside the field that it stands in. */
export function wholeOf(form: FormData, name: string): number {
  const text = textOf(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
