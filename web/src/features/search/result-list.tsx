import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import { useMore } from '@meridian/ui/lists/use-more';
import { useNearScreen } from '@meridian/ui/page/use-near-screen';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

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
  const hasFailed = error !== undefined;
  const isBusy = isLoadingMore || isAsking;
  const end = useNearScreen(ask, { isActive: hasMore && !isBusy && !hasFailed, marginInPixels });
  return (
    <Box>
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {children}
      </Stack>
      {hasMore && (
        <Box ref={end} sx={{ mt: 2, textAlign: 'center' }}>
          {hasFailed && (
            <Alert severity="error" sx={{ mb: 1.5, textAlign: 'left' }}>
              The next ones could not be loaded. {sentenceOf(error)}
            </Alert>
          )}
          <BusyButton onClick={ask} isBusy={isBusy} variant="outlined">
            {hasFailed ? 'Try again' : 'Show more'}
          </BusyButton>
        </Box>
      )}
    </Box>
  );
}

/** Rows of a list that are on their way, as high as they will be, so that nothing moves when they arrive. */
export const PendingRows = ({ count, height }: Readonly<{ count: number; height: number }>) =>
  Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
    <Skeleton key={index} component="li" variant="rounded" height={height} aria-hidden />
  ));

/** How many rows stand for a list of which nothing is known. */
const unknownCount = 6;

/** A list that is on its way. */
export const ResultSkeletons = ({ height }: Readonly<{ height: number }>) => (
  <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }} aria-hidden>
    <PendingRows count={unknownCount} height={height} />
  </Stack>
);
