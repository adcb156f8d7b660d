import { useMutation } from '@apollo/client/react';
import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { useSession } from '@meridian/ui/session/session-context.tsx';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DeleteMyAccountDocument, type DeleteMyAccountMutation } from '../../generated/features/account/account.ts';

type Answer = NonNullable<DeleteMyAccountMutation['deleteMyAccount']>;

/** Why an account stays: about the password, or about everything else; with the bookings that keep it. */
export type Refusal = Readonly<{ password?: string; general?: string; bookingIds?: readonly string[] }>;

/** What keeps the account, or nothing where it is gone: by this request, or by an earlier one whose answer was lost. */
function refusalIn(answer: Answer): Refusal | undefined {
  switch (answer.__typename) {
    case 'AccountDeleted':
    case 'AccountGone':
      return undefined;
    case 'InvalidCredentials':
      return { password: 'This is not your password. Nothing was deleted.' };
    case 'ValidationFailed':
      return { password: answer.problems[0]?.message ?? answer.message };
    case 'OpenBookings':
      return { general: answer.message, bookingIds: answer.bookingIds };
    case 'TooManyAttempts':
    case 'NotPermitted':
      return { general: answer.message };
  }
}

/** Deletes the traveler's account, then leaves: signed out in all tabs, on a page that says so. */
export function useDeletion() {
  const session = useSession();
  const navigate = useNavigate();
  const [deleteAccount] = useMutation(DeleteMyAccountDocument, { context: { identity: 'required' } });
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const leave = async () => {
    // First away from the page that only who is signed in may see.
    await navigate({ to: '/account-deleted', replace: true });
    // The session is gone with the account; where the server cannot be told, the next refresh finds out.
    await session.end().catch(() => undefined);
  };
  const send = async (password: string) => {
    setSending(true);
    setRefusal(undefined);
    try {
      const { data } = await deleteAccount({ variables: { input: { password } } });
      if (!data?.deleteMyAccount) throw new Error('The deletion was not answered.');
      const refused = refusalIn(data.deleteMyAccount);
      setRefusal(refused);
      if (!refused) await leave();
    } catch (error) {
      setRefusal({ general: `${sentenceOf(error)} Trying again does no harm: an account is deleted once.` });
    } finally {
      setSending(false);
    }
  };
  return { send, isSending, refusal };
}
