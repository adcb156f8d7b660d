import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { HeldBookingDocument } from '../../generated/features/booking/booking.ts';

/** Asks for a booking anew and takes nothing but an answer: while the server cannot be asked, what was known stays on the page. */
function useAskingAnew(id: string): () => void {
  const client = useApolloClient();
  return useCallback(() => {
    const question = { query: HeldBookingDocument, variables: { id } };
    const context = { identity: 'required' } as const;
    client.query({ ...question, fetchPolicy: 'no-cache', context }).then(
      ({ data }) => data?.booking && client.writeQuery({ ...question, data }),
      () => undefined,
    );
  }, [client, id]);
}

/** The booking that is paid for, and `ask`, which looks at it again. */
export function useHeldBooking(id: string) {
  const { data, error, loading, refetch } = useQuery(HeldBookingDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  return { booking: data?.booking, error, loading, refetch, ask: useAskingAnew(id) };
}
