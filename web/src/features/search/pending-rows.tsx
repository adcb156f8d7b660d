import Skeleton from '@mui/material/Skeleton';

/** Rows of a list that are on their way, as high as they will be, so that nothing moves when they arrive. */
export const PendingRows = ({ count, height }: Readonly<{ count: number; height: number }>) =>
  Array.from({ length: count }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
    <Skeleton key={index} component="li" variant="rounded" height={height} aria-hidden />
  ));
