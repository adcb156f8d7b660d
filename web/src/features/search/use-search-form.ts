import { focusFirstProblem } from '@meridian/ui/forms/focus-problem';
import { type FormEvent, useState } from 'react';
import { flushSync } from 'react-dom';

type SearchForm<Draft, Problems> = Readonly<{
  /** What the address says. Once it says something else, for example on the way back, so does the form. */
  said: Draft;
  /** A sentence for each field that is wrong. */
  problemsOf: (draft: Draft) => Problems;
  onSearch: (draft: Draft) => void;
}>;

/** A search that is being filled in. Sending a wrong one tells what is wrong, and brings the focus there. */
export function useSearchForm<Draft extends object, Problems extends object>({
  said,
  problemsOf,
  onSearch,
}: SearchForm<Draft, Problems>) {
  const saidText = JSON.stringify(said);
  const begin = { saidText, draft: said, isChecked: false };
  const [present, setPresent] = useState(begin);
  // Not by a key: a form that is made anew would take the focus away.
  if (present.saidText !== saidText) setPresent(begin);
  const { draft, isChecked } = present;
  const change = (part: Partial<Draft>) => setPresent((last) => ({ ...last, draft: { ...last.draft, ...part } }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (Object.keys(problemsOf(draft)).length === 0) return onSearch(draft);
    flushSync(() => setPresent((last) => ({ ...last, isChecked: true })));
    focusFirstProblem(event.currentTarget);
  };
  const problems: Partial<Problems> = isChecked ? problemsOf(draft) : {};
  return { draft, problems, change, submit };
}
