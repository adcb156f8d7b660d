import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { FareOfferDocument } from '../../generated/features/flights/flight.ts';
import type { Party } from '../search/party-search.ts';

/** Asks for the offer of a fare and goes on to book it. What cannot be had any more is told on that page. */
export function useBookFare(flightId: string, party: Party): (fareId: string) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async (fareId) => {
    const variables = { id: flightId, fareId, ...party };
    const { data } = await client.query({ query: FareOfferDocument, variables, fetchPolicy: 'no-cache' });
    const id = data?.flight?.offer?.id;
    await navigate({ to: '/book', search: { offers: id === undefined ? [] : [id], ...party } });
  };
}
