import { useFragment } from '@apollo/client/react';
import { type PlaceChoiceFragment, PlaceChoiceFragmentDoc } from '../../generated/features/places/places.ts';

/** The place that an address names by its id. Its name comes with the page's own request; this waits for it and asks nothing. */
export function useNamedPlace(id: string | undefined): PlaceChoiceFragment | undefined {
  const named = useFragment({
    fragment: PlaceChoiceFragmentDoc,
    from: id === undefined ? null : { __typename: 'Place', id },
  });
  return named.dataState === 'complete' ? (named.data ?? undefined) : undefined;
}
