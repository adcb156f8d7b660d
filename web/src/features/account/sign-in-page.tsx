import { useMutation } from '@apollo/client/react';
import { answerOf } from '@meridian/ui/account/account-answer';
import { type AccountField, AccountForm } from '@meridian/ui/account/account-form.tsx';
import { SignInDocument } from '@meridian/ui/generated/account/account';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { SignedOutOnly } from './signed-out-only.tsx';
import { useBeginSession } from './use-begin-session.ts';

const route = getRouteApi('/sign-in');

const fields: readonly AccountField[] = [
  { name: 'email', label: 'Email', type: 'email', autoComplete: 'username' },
  { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
];

/** For those who have an account. */
export function SignInPage() {
  useDocumentTitle('Sign in');
  const { next } = route.useSearch();
  const begin = useBeginSession();
  const [signIn] = useMutation(SignInDocument);
  const send = async ({ email = '', password = '' }: Readonly<Record<string, string>>) => {
    const { data } = await signIn({ variables: { input: { email, password } } });
    return answerOf(data?.signIn);
  };
  return (
    <SignedOutOnly next={next}>
      <AccountForm title="Sign in" fields={fields} submitLabel="Sign in" send={send} onBegun={begin}>
        <Typography variant="body2">
          New here?{' '}
          <TextLink to="/sign-up" search={{ next }}>
            Make an account
          </TextLink>
        </Typography>
      </AccountForm>
    </SignedOutOnly>
  );
}
