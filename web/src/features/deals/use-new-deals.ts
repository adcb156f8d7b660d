import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { followStream } from '@meridian/ui/live/resumable-stream';
import { useEffect, useState } from 'react';
import { DealStreamDocument } from '../../generated/features/deals/deals.ts';
import { type DealsSearch, dealsVariables } from './deals-search.ts';

/** How many deals have come since the list was read, and whether no more will come although they happen. */
export type NewDeals = Readonly<{ count: number; isEnded: boolean }>;

const none: NewDeals = { count: 0, isEnded: false };

/**
 * Counts the deals that have come since the list was read. The list itself does not jump under the reader's eyes; once it is read
 * again, counting begins anew behind it.
 *
 * @param search which deals
 * @param list where the stream stood when the list was read; undefined until then. `onGap` is called when it cannot go on from there
 */
export function useNewDeals(
  search: DealsSearch,
  { after, onGap }: Readonly<{ after: string | undefined; onGap: () => void }>,
): NewDeals & Readonly<{ tryAgain: () => void }> {
  const { client } = useLiveSocket();
  const [news, setNews] = useState(none);
  const [attempt, setAttempt] = useState(0);
  const filter = JSON.stringify(dealsVariables(search).filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what to do about a gap is no reason to begin anew, another attempt is
  useEffect(() => {
    setNews(none);
    if (after === undefined) return;
    return followStream(client, {
      document: DealStreamDocument,
      variables: { filter: JSON.parse(filter) },
      after,
      cursorOf: ({ dealAlert }) => (dealAlert?.__typename === 'DealAlert' ? dealAlert.cursor : undefined),
      onMessage({ dealAlert }) {
        if (dealAlert?.__typename === 'StreamGap') onGap();
        if (dealAlert?.__typename === 'DealAlert') setNews((present) => ({ ...present, count: present.count + 1 }));
      },
      onEnd: () => setNews((present) => ({ ...present, isEnded: true })),
    });
  }, [client, filter, after, attempt]);
  return { ...news, tryAgain: () => setAttempt((present) => present + 1) };
}
