import { useMutation } from '@apollo/client/react';
import { answerOf } from '@meridian/ui/account/account-answer';
import { type AccountField, AccountForm } from '@meridian/ui/account/account-form.tsx';
import { beginSession } from '@meridian/ui/account/begin-session';
import { SignInDocument } from '@meridian/ui/generated/account/account';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSession } from '@meridian/ui/session/session-context.tsx';
import Container from '@mui/material/Container';
import Typography from '@mui/material/Typography';
import { TravelersLink } from '../../app/links.tsx';

const fields: readonly AccountField[] = [
  { name: 'email', label: 'Email', type: 'email', autoComplete: 'username' },
  { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
];

/** The door of the portal. The page that was asked for opens behind it. */
export function SignIn() {
  useDocumentTitle('Sign in');
  const session = useSession();
  const [signIn] = useMutation(SignInDocument);
  const send = async ({ email = '', password = '' }: Readonly<Record<string, string>>) => {
    const { data } = await signIn({ variables: { input: { email, password } } });
    return answerOf(data?.signIn);
  };
  return (
    <Container component="main" maxWidth="sm" sx={{ py: 4 }}>
      <AccountForm
        title="Meridian for operators"
        fields={fields}
        submitLabel="Sign in"
        send={send}
        onBegun={async (begun) => beginSession(session, begun)}
      >
        <Typography variant="body2">
          For owners, support, analysts and admins. Trips are booked in <TravelersLink />.
        </Typography>
      </AccountForm>
    </Container>
  );
}
