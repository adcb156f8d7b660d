import { useMutation } from '@apollo/client/react';
import { answerOf } from '@meridian/ui/account/account-answer';
import { type AccountField, AccountForm } from '@meridian/ui/account/account-form.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { SignUpDocument } from '../../generated/features/account/sign-up.ts';
import { SignedOutOnly } from './signed-out-only.tsx';
import { useBeginSession } from './use-begin-session.ts';

const route = getRouteApi('/sign-up');

const fields: readonly AccountField[] = [
  { name: 'displayName', label: 'Your name', type: 'text', autoComplete: 'name', help: 'What we call you.' },
  { name: 'email', label: 'Email', type: 'email', autoComplete: 'username' },
  { name: 'password', label: 'Password', type: 'password', autoComplete: 'new-password' },
];

/** For those who have no account yet. */
export function SignUpPage() {
  useDocumentTitle('Make an account');
  const { next } = route.useSearch();
  const begin = useBeginSession();
  const [signUp] = useMutation(SignUpDocument);
  const send = async ({ displayName = '', email = '', password = '' }: Readonly<Record<string, string>>) => {
    const { data } = await signUp({
      variables: { input: { displayName, email, password, accountType: 'TRAVELER', locale: navigator.language } },
    });
    return answerOf(data?.signUp);
  };
  return (
    <SignedOutOnly next={next}>
      <AccountForm title="Make an account" fields={fields} submitLabel="Make an account" send={send} onBegun={begin}>
        <Typography variant="body2">
          You have one?{' '}
          <TextLink to="/sign-in" search={{ next }}>
            Sign in
          </TextLink>
        </Typography>
      </AccountForm>
    </SignedOutOnly>
  );
}
