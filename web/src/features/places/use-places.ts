import { useQuery } from '@apollo/client/react';
import { useDeferredValue } from 'react';
import { type PlaceChoiceFragment, type PlaceKind, PlacesDocument } from '../../generated/features/places/places.ts';

/** Longer texts are no names of places; the graph would refuse them. */
const longestName = 80;

type PlacesFound = Readonly<{ places: readonly PlaceChoiceFragment[]; isLoading: boolean }>;

/** The places that a text names by its first letters or by a code. While a letter is added, those found before stay. */
export function usePlaces(
  text: string,
  { kinds, skip }: Readonly<{ kinds?: PlaceKind[]; skip: boolean }>,
): PlacesFound {
  const search = useDeferredValue(text.trim().slice(0, longestName));
  const { data, previousData, loading } = useQuery(PlacesDocument, {
    variables: { search, kinds },
    skip: skip || search === '',
  });
  return {
    places: search === '' ? [] : ((data ?? previousData)?.places ?? []),
    isLoading: loading || search !== text.trim(),
  };
}
