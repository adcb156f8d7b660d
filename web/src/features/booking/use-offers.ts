import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { type LoadedOffers, loadOffers } from './load-offers.ts';

/** Where asking for the offers stands. */
export type Offers = Readonly<{ status: 'loading' }> | LoadedOffers;

/** Offers to be booked, by their ids. `reload` asks for the same once more, with fresh tokens. */
export function useOffers(ids: readonly string[]): Offers & Readonly<{ reload: () => void }> {
  const client = useApolloClient();
  const [state, setState] = useState<Offers>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const wanted = ids.join(',');
  const reload = useCallback(() => setRound((present) => present + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks for the same once more
  useEffect(() => {
    let isCurrent = true;
    void loadOffers(client, wanted.split(',').filter(Boolean)).then((loaded) => {
      if (isCurrent) setState(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [client, wanted, round]);
  return { ...state, reload };
}
