import { useAsking } from '../graph/use-asking.ts';
import { useBackOnline } from '../live/use-back-online.ts';

/** Asks for more rows. After a failure nothing is asked for by itself, but when the device has a network again. */
export function useMore(onMore: () => Promise<unknown>) {
  const { ask, isAsking, error } = useAsking(onMore);
  useBackOnline(() => error !== undefined && void ask());
  return { ask: () => void ask(), isAsking, error };
}
