import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';

const heights = [90, 320, 300, 420];

/** Stands for the details of a listing that are on their way: as high as they are at least, so that nothing below them is seen to move. */
export const DetailsSkeleton = () => (
  <Stack spacing={3} aria-hidden>
    {heights.map((height) => (
      <Skeleton key={height} variant="rounded" height={height} />
    ))}
  </Stack>
);
