import { type RefObject, useEffect, useRef } from 'react';

/** Brings the focus to the first field of a form that is marked as wrong. */
export const focusFirstProblem = (form: HTMLElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

/**
 * The same where an answer tells what is wrong. It happens once for each value: one that is made anew while drawing would bring the focus
 * back again and again from where somebody types.
 *
 * @param failure what came of the last attempt; another value for each attempt, and the same for as long as none is made
 * @returns for the form
 */
export function useProblemFocus<Element extends HTMLElement>(failure: unknown): RefObject<Element | null> {
  const form = useRef<Element>(null);
  useEffect(() => {
    if (failure !== undefined) focusFirstProblem(form.current);
  }, [failure]);
  return form;
}
