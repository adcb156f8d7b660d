import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { OfferToBookDocument, type OfferToBookQuery } from '../../generated/features/booking/booking.ts';

export type OfferToBook = NonNullable<OfferToBookQuery['offer']>;

/** What has come of asking for the offers. `gone`: at least one cannot be had any more. */
export type Offers =
  | Readonly<{ status: 'loading' }>
  | Readonly<{ status: 'failed'; error: unknown }>
  | Readonly<{ status: 'gone' }>
  | Readonly<{ status: 'ready'; offers: readonly OfferToBook[] }>;

/**
 * Offers with a fresh token each. They are never taken from the cache: a token ends after a quarter of an hour, and is bound to who
 * asks.
 */
export function useOffers(ids: readonly string[]): Offers & Readonly<{ reload: () => void }> {
  const client = useApolloClient();
  const [state, setState] = useState<Offers>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const wanted = ids.join(',');
  const reload = useCallback(() => setRound((present) => present + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks for the same once more
  useEffect(() => {
    let isCurrent = true;
    const ask = async (id: string) => {
      const context = { identity: 'required' };
      const { data, error } = await client.query({
        query: OfferToBookDocument,
        variables: { id },
        fetchPolicy: 'no-cache',
        context,
      });
      if (!data && error) throw error;
      return data?.offer;
    };
    Promise.all(wanted.split(',').filter(Boolean).map(ask)).then(
      (offers) => {
        const all = offers.filter((offer) => offer !== null && offer !== undefined);
        if (isCurrent)
          setState(
            all.length < offers.length || all.length === 0 ? { status: 'gone' } : { status: 'ready', offers: all },
          );
      },
      (error: unknown) => isCurrent && setState({ status: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, wanted, round]);
  return { ...state, reload };
}
