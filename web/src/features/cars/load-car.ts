import type { ApolloClient } from '@apollo/client';
import { CarDocument } from '../../generated/features/cars/car.ts';
import { fetchPicture } from '../listing/fetch-picture.ts';
import { carVariables } from './car-variables.ts';
import type { Hire } from './cars-search.ts';

/** Begins to ask for a car; the page picks the answer up. A failure is the page's to show. */
export function loadCar(client: ApolloClient, { id, hire }: Readonly<{ id: string; hire: Hire }>): void {
  client.query({ query: CarDocument, variables: carVariables(id, hire) }).then(
    ({ data }) => fetchPicture(data?.car?.images[0]),
    () => undefined,
  );
}
