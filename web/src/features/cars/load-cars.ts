import type { ApolloClient } from '@apollo/client';
import { CarsDocument } from '../../generated/features/cars/cars.ts';
import { fetchPicture } from '../listing/fetch-picture.ts';
import { type CarsSearch, carsVariables, isRunnable } from './cars-search.ts';

/** Begins to ask for the results; the page picks the answer up. A failure is the page's to show. */
export function loadCars(client: ApolloClient, search: CarsSearch): void {
  if (!isRunnable(search)) return;
  client.query({ query: CarsDocument, variables: carsVariables(search) }).then(
    ({ data }) => fetchPicture(data?.searchCars?.edges[0]?.node.images[0]),
    () => undefined,
  );
}
