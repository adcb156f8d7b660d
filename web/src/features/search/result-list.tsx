import { AskForMore } from '@meridian/ui/lists/ask-for-more.tsx';
import { useMore } from '@meridian/ui/lists/use-more';
import { useNearScreen } from '@meridian/ui/page/use-near-screen';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { PendingRows } from './pending-rows.tsx';

type ResultListProps = Readonly<{
  children: ReactNode;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** Asks for the next rows. Rejects when they do not come. */
  onMore: () => Promise<unknown>;
}>;

/** How far from the screen the next rows are asked for. */
const marginInPixels = 600;

/**
 * A list that goes on as one reads. The button does the same for those who do not scroll, and for what did not come: more is asked for by
 * itself once, not again and again.
 */
export function ResultList({ children, hasMore, isLoadingMore, onMore }: ResultListProps) {
  const { ask, isAsking, error } = useMore(onMore);
  const isBusy = isLoadingMore || isAsking;
  const end = useNearScreen(ask, { isActive: hasMore && !isBusy && error === undefined, marginInPixels });
  return (
    <Box>
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {children}
      </Stack>
      {hasMore && (
        <Box ref={end} sx={{ mt: 2, textAlign: 'center' }}>
          <AskForMore ask={ask} isBusy={isBusy} error={error} look={{ variant: 'outlined' }} />
        </Box>
      )}
    </Box>
  );
}

/** How many rows stand for a list of which nothing is known. */
const unknownCount = 6;

/** A list that is on its way. */
export const ResultSkeletons = ({ height }: Readonly<{ height: number }>) => (
  <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }} aria-hidden>
    <PendingRows count={unknownCount} height={height} />
  </Stack>
);
