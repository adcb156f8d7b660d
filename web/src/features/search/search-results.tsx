import { isRefusal, sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import Skeleton from '@mui/material/Skeleton';
import { type ReactNode, useDeferredValue } from 'react';
import { ResultList, ResultSkeletons } from './result-list.tsx';
import { ResultsFrame } from './results-frame.tsx';

/** A page of results as every search answers it. */
type Found<Edge> = Readonly<{
  totalCount: number;
  pageInfo: Readonly<{ hasNextPage: boolean }>;
  edges: readonly Edge[];
}>;

type SearchResultsProps<Edge> = Readonly<{
  title: string;
  /** What is found, in the singular and the plural: `['stay', 'stays']`. */
  noun: readonly [one: string, many: string];
  /** Nothing while the answer is on its way, and when it has failed. */
  found: Found<Edge> | null | undefined;
  error: unknown;
  isLoading: boolean;
  sort: ReactNode;
  /** Nothing while the first answer is on its way. */
  filters: ReactNode;
  /** The height of a row, in pixels. */
  rowHeight: number;
  renderRow: (edge: Edge, index: number) => ReactNode;
  /** Rejects when the next page does not come. */
  onMore: () => Promise<unknown>;
  onRetry: () => void;
  onReset: () => void;
}>;

const filtersHeight = 420;

const summaryOf = (count: number | undefined, [one, many]: readonly [string, string]): string =>
  count === undefined ? 'Searching …' : `${count.toLocaleString()} ${count === 1 ? one : many}`;

/** A search that stands in its address and that nobody can run: a day that is over, a way to where it begins. */
const RefusedNotice = ({ error, onReset }: Readonly<{ error: unknown; onReset: () => void }>) => (
  <Notice title="This search needs a change" isUrgent action={{ label: 'Clear filters and days', onClick: onReset }}>
    {sentenceOf(error)}
  </Notice>
);

/** The results of a search in all its states: on their way, none, refused, failed, there. */
export function SearchResults<Edge>(props: SearchResultsProps<Edge>) {
  const { title, noun, found, error, isLoading, sort, onRetry, onReset } = props;
  // Long lists are drawn in slices, between which the browser answers its user.
  const shown = useDeferredValue(found);
  const filters = useDeferredValue(props.filters);
  if (error && !found && !isLoading) {
    if (isRefusal(error)) return <RefusedNotice error={error} onReset={onReset} />;
    return <FailureNotice error={error} onRetry={onRetry} />;
  }
  return (
    <ResultsFrame
      title={title}
      summary={summaryOf(found?.totalCount, noun)}
      sort={sort}
      filters={filters ?? <Skeleton variant="rounded" height={filtersHeight} />}
    >
      {found && shown ? <Rows {...props} found={shown} /> : <ResultSkeletons height={props.rowHeight} />}
    </ResultsFrame>
  );
}

type RowsProps<Edge> = SearchResultsProps<Edge> & Readonly<{ found: Found<Edge> }>;

const Rows = <Edge,>({ found, noun, isLoading, renderRow, onMore, onReset }: RowsProps<Edge>) =>
  found.totalCount === 0 ? (
    <Notice title={`No ${noun[0]} fits`} action={{ label: 'Clear filters and days', onClick: onReset }}>
      Try other days, or fewer filters.
    </Notice>
  ) : (
    <ResultList hasMore={found.pageInfo.hasNextPage} isLoadingMore={isLoading} onMore={onMore}>
      {found.edges.map(renderRow)}
    </ResultList>
  );
