import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useReducer } from 'react';
import { loadOffers } from './load-offers.ts';
import { nothingAsked, offersOf, stepOffers } from './offers-asked.ts';

/** Offers to be booked, by their ids. `reload` asks for the same once more, with fresh tokens. */
export function useOffers(ids: readonly string[]) {
  const client = useApolloClient();
  const [asked, step] = useReducer(stepOffers, nothingAsked);
  const { round } = asked;
  const wanted = ids.join(',');
  const reload = useCallback(() => step('again'), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks for the same once more
  useEffect(() => {
    let isCurrent = true;
    void loadOffers(client, wanted.split(',').filter(Boolean)).then((loaded) => {
      if (isCurrent) step({ wanted, loaded });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, wanted, round]);
  return { ...offersOf(asked, wanted), reload };
}
