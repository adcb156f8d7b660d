import { useQuery } from '@apollo/client/react';
import { MeDocument, type MeQuery } from '@meridian/ui/generated/account/account';

type Me = NonNullable<MeQuery['me']>;

/** Who operates the portal: nothing while that is not known, and why not where it cannot be told. */
export function useOperator(): Readonly<{
  me?: Me | undefined;
  isFailed: boolean;
  error?: unknown;
  retry: () => void;
}> {
  const { data, error, loading, refetch } = useQuery(MeDocument, { context: { identity: 'required' } });
  const me = data?.me ?? undefined;
  return { me, error, isFailed: me === undefined && !loading, retry: () => void refetch() };
}

/** Who operates the portal; nothing while that is not known. */
export const useMe = (): Me | undefined => useOperator().me;
