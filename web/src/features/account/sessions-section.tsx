import type { ApolloCache } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useChange } from '@meridian/ui/forms/use-change';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type AccountDetailsFragment, EndSessionsDocument } from '../../generated/features/account/account.ts';
import { AccountSection } from './account-section.tsx';
import { useSignOut } from './use-sign-out.ts';

type Session = NonNullable<AccountDetailsFragment['sessions']>[number];

const required = { context: { identity: 'required' } } as const;

/** Takes a session out of the list. */
function forget(cache: ApolloCache, session: Session): void {
  cache.evict({ id: cache.identify(session) });
  cache.gc();
}

function SessionEntry({ session }: Readonly<{ session: Session }>) {
  const [endSession] = useMutation(EndSessionsDocument, {
    ...required,
    update: (cache, { data }) => data?.signOut?.__typename === 'SignedOut' && forget(cache, session),
  });
  const { send, isSending, problem } = useChange();
  const end = () =>
    send(async () => (await endSession({ variables: { input: { sessionId: session.id } } })).data?.signOut);
  const since = formatInstant(session.createdAt);
  return (
    <Stack component="li" spacing={1}>
      <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ flexGrow: 1 }}>
          Signed in {since}, last used {formatInstant(session.lastUsedAt)}
        </Typography>
        {session.current ? (
          <Chip label="This device" color="success" />
        ) : (
          <BusyButton isBusy={isSending} onClick={() => void end()} aria-label={`Sign out the device of ${since}`}>
            Sign out
          </BusyButton>
        )}
      </Stack>
      {problem && <Alert severity="error">{problem}</Alert>}
    </Stack>
  );
}

/** The devices on which the traveler is signed in, and the way out of each and of all. */
export function SessionsSection({ sessions }: Readonly<{ sessions: readonly Session[] }>) {
  const [endSessions] = useMutation(EndSessionsDocument, required);
  const { send, isSending, problem } = useChange();
  const signOut = useSignOut();
  const endAll = () =>
    send(async () => {
      const answer = (await endSessions({ variables: { input: { everywhere: true } } })).data?.signOut;
      if (answer?.__typename === 'SignedOut') await signOut();
      return answer;
    });
  return (
    <AccountSection title="Where you are signed in">
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0, width: '100%' }}>
        {sessions.map((session) => (
          <SessionEntry key={session.id} session={session} />
        ))}
      </Stack>
      {problem && <Alert severity="error">{problem}</Alert>}
      <BusyButton variant="outlined" isBusy={isSending} onClick={() => void endAll()}>
        Sign out everywhere
      </BusyButton>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        A page that is open on another device may go on for up to ten minutes.
      </Typography>
    </AccountSection>
  );
}
