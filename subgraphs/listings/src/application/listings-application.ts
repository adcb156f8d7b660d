import type { OutboxMonitor } from '@meridian/platform/outbox/outbox';
import { createReadOutbox } from '@meridian/platform/subgraph/read-outbox';
import { todayIn } from '@meridian/platform/values/local-date';
import { fromPriceOf } from '../domain/from-price.ts';
import type { Listing } from '../domain/listing.ts';
import type { OfferSigner } from '../ports/offer-signer.ts';
import { createConverterTo } from './converter-to.ts';
import { createFindAirlines } from './find-airlines.ts';
import { createFindRoutes } from './find-routes.ts';
import { createListAllListings, createListOwnListings } from './list-listings.ts';
import { createListNights } from './list-nights.ts';
import { createListReviews } from './list-reviews.ts';
import { createOfferCar } from './offers/offer-car.ts';
import { createOfferFlight } from './offers/offer-flight.ts';
import { createOfferStay } from './offers/offer-stay.ts';
import { createReadOffer } from './offers/read-offer.ts';
import { createSignOffer, expiryOf } from './offers/sign-offer.ts';
import { createPlaceIndex } from './place-index.ts';
import { createPostReview } from './post-review.ts';
import { createCreateCar } from './publish/create-car.ts';
import { createCreateFlight } from './publish/create-flight.ts';
import { createCreateStay } from './publish/create-stay.ts';
import { createDeleteListing } from './publish/delete-listing.ts';
import type { PublishDeps } from './publish/publish-deps.ts';
import { createSetNightlyPrices } from './publish/set-nightly-prices.ts';
import { createUpdateCar } from './publish/update-car.ts';
import { createUpdateFlight } from './publish/update-flight.ts';
import { createUpdateStay } from './publish/update-stay.ts';
import { createReadExchangeRates } from './read-exchange-rates.ts';
import { createSearchCars } from './search/search-cars.ts';
import type { SearchDeps } from './search/search-deps.ts';
import { createSearchFlights } from './search/search-flights.ts';
import { createSearchStays } from './search/search-stays.ts';
import { createViewListing } from './view-listing.ts';

/** The ports that the use cases stand on. */
export type ListingsApplicationDependencies = SearchDeps &
  PublishDeps &
  Readonly<{ signer: OfferSigner; outbox: OutboxMonitor }>;

const searching = (deps: ListingsApplicationDependencies) => ({
  searchFlights: createSearchFlights(deps),
  searchStays: createSearchStays(deps),
  searchCars: createSearchCars(deps),
  findPlaces: createPlaceIndex(deps).find,
  findAirlines: createFindAirlines(deps),
  findRoutes: createFindRoutes(deps),
  readExchangeRates: createReadExchangeRates(deps),
});

const publishing = (deps: ListingsApplicationDependencies) => ({
  createFlight: createCreateFlight(deps),
  updateFlight: createUpdateFlight(deps),
  createStay: createCreateStay(deps),
  updateStay: createUpdateStay(deps),
  setNightlyPrices: createSetNightlyPrices(deps),
  createCar: createCreateCar(deps),
  updateCar: createUpdateCar(deps),
  deleteListing: createDeleteListing(deps),
});

const offering = (deps: ListingsApplicationDependencies) => ({
  offerFlight: createOfferFlight(deps),
  offerStay: createOfferStay(deps),
  converterTo: createConverterTo(deps),
  offerCar: createOfferCar(deps),
  readOffer: createReadOffer(deps),
  signOffer: createSignOffer(deps),
  offerExpiry: () => expiryOf(deps.clock),
});

/** The use cases of this service on their ports. */
export function createListingsApplication(deps: ListingsApplicationDependencies) {
  return {
    ...searching(deps),
    ...publishing(deps),
    ...offering(deps),
    viewListing: createViewListing(deps),
    listOwnListings: createListOwnListings(deps),
    listAllListings: createListAllListings(deps),
    listNights: createListNights(deps),
    listReviews: createListReviews(deps),
    postReview: createPostReview(deps),
    readOutbox: createReadOutbox({ ...deps, service: 'listings' }),
    /** The lowest price of a listing today, see `domain/from-price.ts`. */
    fromPrice: (listing: Listing) => fromPriceOf(listing, todayIn(listing.timeZone, deps.clock.now())),
  };
}

/** What resolvers, importers and tests may ask of this service. */
export type ListingsApplication = ReturnType<typeof createListingsApplication>;
