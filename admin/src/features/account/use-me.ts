import { useQuery } from '@apollo/client/react';
import { MeDocument, type MeQuery } from '@meridian/ui/generated/account/account';

/** Who operates the portal; nothing while that is not known. */
export function useMe(): NonNullable<MeQuery['me']> | undefined {
  const { data } = useQuery(MeDocument, { context: { identity: 'required' } });
  return data?.me ?? undefined;
}
