import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Principal } from '@meridian/platform/identity/principal';
import type { Listing } from '../domain/listing.ts';
import { type Offer, offerFor } from '../domain/offer.ts';
import { type OfferRequest, offerRequestOf } from '../domain/offer-request.ts';
import type { OfferSigner } from '../ports/offer-signer.ts';
import type { Tracking } from '../ports/tracking.ts';
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
import { createSearchCars } from './search/search-cars.ts';
import type { SearchDeps } from './search/search-deps.ts';
import { createSearchFlights } from './search/search-flights.ts';
import { createSearchStays } from './search/search-stays.ts';

/** What the use cases work with. */
export type ApplicationDeps = SearchDeps &
  PublishDeps &
  Readonly<{
    signer: OfferSigner;
    rates: ExchangeRates;
    tracking: Tracking;
  }>;

/** Tells tracking that a listing's details were looked at. */
const createViewed = (tracking: Tracking) => (listing: Listing, principal: Principal) =>
  tracking.listingViewed({
    userId: principal.kind === 'user' ? principal.userId : null,
    visitId: null,
    listingId: listing.id,
    kind: listing.kind,
  });

/** Every use case of listings. */
export function createListingsApplication(deps: ApplicationDeps) {
  const index = createPlaceIndex(deps);
  return {
    searchFlights: createSearchFlights(deps),
    searchStays: createSearchStays(deps),
    searchCars: createSearchCars(deps),
    findPlaces: index.find,
    createFlight: createCreateFlight(deps),
    updateFlight: createUpdateFlight(deps),
    createStay: createCreateStay(deps),
    updateStay: createUpdateStay(deps),
    setNightlyPrices: createSetNightlyPrices(deps),
    createCar: createCreateCar(deps),
    updateCar: createUpdateCar(deps),
    deleteListing: createDeleteListing(deps),
    postReview: createPostReview(deps),
    signOffer: createSignOffer(deps),
    viewed: createViewed(deps.tracking),
    exchangeRates: () => deps.rates.current(),
    now: () => deps.clock.now(),
    offerExpiry: () => expiryOf(deps.clock),
    /** The offer for a request at the listing's present price. */
    offerFor: (listing: Listing, request: OfferRequest): Offer | undefined =>
      offerFor(listing, request, deps.clock.now()),
    /** What an offer's id asks for. */
    offerRequestOf,
  };
}

export type ListingsApplication = ReturnType<typeof createListingsApplication>;
