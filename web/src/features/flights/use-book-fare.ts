import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FareOfferDocument } from '../../generated/features/flights/flight.ts';
import { type Party, partySearch } from '../search/party-search.ts';

/**
 * Asks for the offer of a fare and goes on to book it. What cannot be had any more is told on that page; that nobody could be asked
 * is told here.
 */
export function useBookFare(flightId: string, party: Party) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const book = async (fareId: string): Promise<void> => {
    setError(undefined);
    const variables = { id: flightId, fareId, ...party };
    try {
      const answer = await client.query({ query: FareOfferDocument, variables, fetchPolicy: 'no-cache' });
      const id = answer.data?.flight?.offer?.id;
      if (id === undefined && answer.error) throw answer.error;
      await navigate({ to: '/book', search: { offers: id === undefined ? [] : [id], ...partySearch.parse(party) } });
    } catch (failure) {
      setError(failure);
    }
  };
  return { book, error };
}
