import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatInstantDay } from '@meridian/ui/formats/local-time';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Avatar from '@mui/material/Avatar';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import {
  type AccountDetailsFragment,
  AccountDocument,
  type AccountQuery,
} from '../../generated/features/account/account.ts';
import { DataSection } from './data-section.tsx';
import { DeletionSection } from './deletion-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

const PageSkeleton = () => (
  <Stack spacing={3} aria-hidden>
    <Skeleton variant="rounded" height={48} />
    <Skeleton variant="rounded" height={360} />
    <Skeleton variant="rounded" height={220} />
    <Skeleton variant="rounded" height={200} />
  </Stack>
);

const Summary = ({ account }: Readonly<{ account: AccountDetailsFragment }>) => (
  <Stack direction="row" spacing={2} sx={{ alignItems: 'center', minHeight: 48 }}>
    <Avatar src={account.profile.avatarUrl} alt="" />
    <div>
      <Typography sx={{ overflowWrap: 'anywhere' }}>You sign in with {account.email}.</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        With us since {formatInstantDay(account.createdAt)}
      </Typography>
    </div>
  </Stack>
);

/** None where the rates cannot be told at the moment: the chosen one stands alone then. */
const currenciesIn = (known: AccountQuery['exchangeRates']): readonly string[] =>
  known ? [known.base, ...known.rates.map(({ currency }) => currency)] : [];

function Content() {
  const { data, error, refetch } = useQuery(AccountDocument, {
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const account = data?.me;
  if (account)
    return (
      <>
        <Summary account={account} />
        <ProfileSection profile={account.profile} currencies={currenciesIn(data.exchangeRates)} />
        {account.sessions && <SessionsSection sessions={account.sessions} />}
        <DataSection />
        <DeletionSection />
      </>
    );
  if (error || data) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <PageSkeleton />;
}

/** The traveler's account: what it says of them, where it is open, and the ways to take it away and to leave. */
export function AccountPage() {
  useDocumentTitle('Your account');
  return (
    <Stack spacing={3}>
      <Typography variant="h1">Your account</Typography>
      <Content />
    </Stack>
  );
}
