import { Notice } from '@meridian/ui/feedback/notice.tsx';
import Stack from '@mui/material/Stack';
import { ButtonLink } from '../../app/links.tsx';
import { PageAgain, SearchAgain } from './again-links.tsx';
import type { Sought } from './search-again.ts';

type HoldOverProps = Readonly<{
  sought: readonly Sought[];
  /** The booking that was paid before this one, where two belong together: it stands. */
  paidBefore: string | undefined;
}>;

/** The time to pay is over: why, and the ways on with the same days and party. */
export const HoldOver = ({ sought, paidBefore }: HoldOverProps) => (
  <Notice
    title="The hold has ended"
    action={
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
        <PageAgain sought={sought} variant="contained">
          Book it again
        </PageAgain>
        <SearchAgain sought={sought}>Search again</SearchAgain>
        {paidBefore !== undefined && (
          <ButtonLink to="/trips/$id" params={{ id: paidBefore }}>
            See what you have paid
          </ButtonLink>
        )}
      </Stack>
    }
  >
    The time to pay is over. Nothing was charged; what is still free can be booked again.
    {paidBefore !== undefined && ' What you have paid before stands: cancel it if you do not want it by itself.'}
  </Notice>
);
