import { AskForMore } from './ask-for-more.tsx';
import { useMore } from './use-more.ts';

/** The rows behind those that are there. */
export type More = Readonly<{
  hasMore: boolean;
  isLoading: boolean;
  /** Asks for them. Rejects when they do not come. */
  onMore: () => Promise<unknown>;
}>;

/** Asks for more rows when it is pressed, and says when they did not come. Nothing where there are no more. */
export function MoreButton({ hasMore, isLoading, onMore }: More) {
  const { ask, isAsking, error } = useMore(onMore);
  if (!hasMore) return null;
  return <AskForMore ask={ask} isBusy={isLoading || isAsking} error={error} look={{ fullWidth: true }} />;
}
