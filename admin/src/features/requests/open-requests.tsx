import { useQuery } from '@apollo/client/react';
import { visuallyHidden } from '@meridian/ui/theme/visually-hidden';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { CountOpenRequestsDocument } from '../../generated/features/requests/requests.ts';

const pollInMs = 30_000;

/** How many requests wait for the caller, whatever page is open: a traveler waits a day at most. Nothing when none does. */
export function OpenRequests() {
  const { data } = useQuery(CountOpenRequestsDocument, {
    pollInterval: pollInMs,
    skipPollAttempt: () => document.hidden,
    fetchPolicy: 'network-only',
    context: { identity: 'required' },
  });
  const count = data?.approvalRequests?.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <>
      <Chip size="small" color="secondary" label={count} aria-hidden sx={{ ml: 1 }} />
      <Box component="span" sx={visuallyHidden}>
        , {count} open
      </Box>
    </>
  );
}
