import { useApolloClient } from '@apollo/client/react';
import { useDeferredValue, useEffect, useState } from 'react';
import { type PlaceChoiceFragment, PlacesDocument } from '../../generated/features/places/places.ts';

/** Longer texts are no names of places; the graph would refuse them. */
const longestName = 80;

type PlacesFound = Readonly<{ places: readonly PlaceChoiceFragment[]; isLoading: boolean }>;

type Answer = Readonly<{ search: string; places: readonly PlaceChoiceFragment[] }>;

const unasked: Answer = { search: '', places: [] };

/**
 * The places that a text names by its first letters or by a code. While a letter is added, those found before stay. Asks the client itself:
 * a `useQuery` in each field costs the first page a tenth of its work, before anybody has typed.
 */
export function usePlaces(text: string, { skip }: Readonly<{ skip: boolean }>): PlacesFound {
  const client = useApolloClient();
  const search = useDeferredValue(text.trim().slice(0, longestName));
  const [answer, setAnswer] = useState(unasked);
  useEffect(() => {
    if (skip || search === '') return;
    let isWanted = true;
    const keep = (places: Answer['places']) => isWanted && setAnswer({ search, places });
    client.query({ query: PlacesDocument, variables: { search } }).then(
      ({ data }) => keep(data?.places ?? []),
      () => keep([]),
    );
    return () => {
      isWanted = false;
    };
  }, [client, search, skip]);
  if (search === '') return { places: [], isLoading: text.trim() !== '' };
  return { places: answer.places, isLoading: !skip && answer.search !== text.trim() };
}
