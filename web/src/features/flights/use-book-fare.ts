import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Party, partySearch } from '../search/party-search.ts';
import { askForOffers, type ChosenFare } from './ask-for-offers.ts';

/**
 * Asks for the offers of one or two flights and goes on to book them together. What cannot be had any more is told on that page; that
 * nobody could be asked is told here.
 */
export function useBookFare(party: Party) {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const book = async (flights: readonly ChosenFare[]): Promise<void> => {
    setError(undefined);
    try {
      const offers = await askForOffers(client, flights, party);
      await navigate({ to: '/book', search: { offers, ...partySearch.parse(party) } });
    } catch (failure) {
      setError(failure);
    }
  };
  return { book, error };
}
