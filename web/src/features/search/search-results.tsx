import { isRefusal, sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCount } from '@meridian/ui/formats/numbers';
import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { type ReactNode, Suspense, useState } from 'react';
import { useIsReturn } from '../../app/use-is-return.ts';
import { PendingRows } from './pending-rows.tsx';
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
  /** What a total holds, and whose clock is meant. */
  note: string;
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
  /** Clears all that narrows the search beyond its places and people; nothing where nothing does. */
  onReset: (() => void) | undefined;
  /** Clears the places as well; nothing where there are none. */
  onStartAnew?: () => void;
  /** What is searched for on no day. */
  isUndated?: boolean;
}>;

const filtersHeight = 420;

const summaryOf = (count: number | undefined, [one, many]: readonly [string, string]): string =>
  count === undefined ? 'Searching …' : `${formatCount(count)} ${count === 1 ? one : many}`;

type WaysOn = Pick<SearchResultsProps<never>, 'onReset' | 'onStartAnew' | 'isUndated'>;

const whatHelps = ({ onReset, isUndated = false }: WaysOn): string => {
  if (!onReset) return isUndated ? 'Look in again later.' : 'Try another search.';
  return isUndated ? 'Try fewer filters.' : 'Try other days, or fewer filters.';
};

/** What may help: without filters and days where there are any; a new search helps always. */
const WaysOn = ({ onReset, onStartAnew, isUndated = false }: WaysOn) => (
  <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
    {onReset && (
      <Button variant="contained" onClick={onReset}>
        {isUndated ? 'Clear filters' : 'Clear filters and days'}
      </Button>
    )}
    {onStartAnew && (
      <Button variant={onReset ? 'outlined' : 'contained'} onClick={onStartAnew}>
        Start over
      </Button>
    )}
  </Stack>
);

/** A search that stands in its address and that nobody can run: a day that is over, a way to where it begins. */
const RefusedNotice = ({ error, ...ways }: Readonly<{ error: unknown }> & WaysOn) => (
  <Notice title="This search needs a change" isUrgent action={<WaysOn {...ways} />}>
    {sentenceOf(error)}
  </Notice>
);

/**
 * How many rows are drawn at once: for who comes back to a list, those that it had. Other rows come later, from the network, and so do all
 * of another search.
 */
function useRowsAtReturn(found: Found<unknown> | null | undefined): number {
  const isReturn = useIsReturn();
  const [count, setCount] = useState(isReturn && found ? found.edges.length : 0);
  if (!found && count > 0) setCount(0);
  return count;
}

/** The results of a search in all its states: on their way, none, refused, failed, there. */
export function SearchResults<Edge>(props: SearchResultsProps<Edge>) {
  const { title, noun, note, found, error, isLoading, sort, filters, onRetry, onReset, onStartAnew } = props;
  const atReturn = useRowsAtReturn(found);
  if (error && !found && !isLoading) {
    if (isRefusal(error)) return <RefusedNotice error={error} onReset={onReset} onStartAnew={onStartAnew} />;
    return <FailureNotice error={error} onRetry={onRetry} />;
  }
  const pendingFilters = <Skeleton variant="rounded" height={filtersHeight} />;
  return (
    <ResultsFrame
      title={title}
      summary={summaryOf(found?.totalCount, noun)}
      note={note}
      sort={sort}
      filters={
        <Suspense fallback={pendingFilters}>
          {filters ? <InSlices fallback={pendingFilters}>{filters}</InSlices> : pendingFilters}
        </Suspense>
      }
    >
      {found ? <Rows {...props} found={found} atReturn={atReturn} /> : <ResultSkeletons height={props.rowHeight} />}
    </ResultsFrame>
  );
}

type RowsProps<Edge> = SearchResultsProps<Edge> & Readonly<{ found: Found<Edge>; atReturn: number }>;

/** How many rows are drawn in one step, so that the first are seen early and each step is short. */
const rowsInSlice = 3;

const Rows = <Edge,>({ found, atReturn, noun, isLoading, rowHeight, renderRow, ...ways }: RowsProps<Edge>) => {
  const rows = found.edges.map(renderRow);
  return found.totalCount === 0 ? (
    <Notice title={`No ${noun[0]} fits`} action={<WaysOn {...ways} />}>
      {whatHelps(ways)}
    </Notice>
  ) : (
    <ResultList hasMore={found.pageInfo.hasNextPage} isLoadingMore={isLoading} onMore={ways.onMore}>
      {rows.slice(0, atReturn)}
      {rows.length > atReturn && <RowsInSlices rows={rows.slice(atReturn)} height={rowHeight} />}
    </ResultList>
  );
};

type RowsInSlicesProps = Readonly<{ rows: readonly ReactNode[]; height: number }>;

/** Draws the first rows, then the others, a few at a time. Those that are not drawn yet keep their place. */
const RowsInSlices = ({ rows, height }: RowsInSlicesProps): ReactNode => (
  <InSlices fallback={<PendingRows count={rows.length} height={height} />}>
    {rows.slice(0, rowsInSlice)}
    {rows.length > rowsInSlice && <RowsInSlices rows={rows.slice(rowsInSlice)} height={height} />}
  </InSlices>
);
