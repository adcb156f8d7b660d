import { accountOf } from '@meridian/ui/session/account-of';
import { useSessionState } from '@meridian/ui/session/session-context.tsx';
import { useState } from 'react';
import { draftOf, keepDraft, type TravelersDraft } from './travelers-draft.ts';

/** What was typed about the travelers of these offers in this tab, and keeps what is typed from now on. Other offers are another form. */
export function useDraft(offers: readonly string[]) {
  const owner = accountOf(useSessionState());
  const [draft] = useState<TravelersDraft>(() => (owner === undefined ? {} : draftOf({ owner, offers })));
  const keep = (fields: TravelersDraft) => {
    if (owner !== undefined) keepDraft({ owner, offers }, fields);
  };
  return { draft, keep };
}
