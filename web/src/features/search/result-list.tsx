import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { type ReactNode, useEffect, useRef } from 'react';

type ResultListProps = Readonly<{
  children: ReactNode;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}>;

/** Calls back when the element comes near the screen. */
function useNearScreen(onNear: () => void, isActive: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  latest.current = onNear;
  useEffect(() => {
    if (!isActive || element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isActive]);
  return element;
}

/** A list that goes on as one reads. The button does the same for those who do not scroll. */
export function ResultList({ children, hasMore, isLoadingMore, onMore }: ResultListProps) {
  const end = useNearScreen(onMore, hasMore && !isLoadingMore);
  return (
    <Box>
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {children}
      </Stack>
      {hasMore && (
        <Box ref={end} sx={{ mt: 2, textAlign: 'center' }}>
          <Button onClick={onMore} loading={isLoadingMore} variant="outlined">
            Show more
          </Button>
        </Box>
      )}
    </Box>
  );
}

const rows = [0, 1, 2, 3, 4, 5];

/** As high as the rows that are on their way, so that nothing moves when they arrive. */
export const ResultSkeletons = ({ height }: Readonly<{ height: number }>) => (
  <Stack spacing={1.5} aria-hidden>
    {rows.map((row) => (
      <Skeleton key={row} variant="rounded" height={height} />
    ))}
  </Stack>
);
