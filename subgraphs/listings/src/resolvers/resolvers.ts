import type { Resolvers } from '../generated/resolvers-types.ts';
import { Airline } from './Airline.ts';
import { Airport } from './Airport.ts';
import { Car } from './Car.ts';
import { CarSearchConnection } from './CarSearchConnection.ts';
import { CarSearchEdge } from './CarSearchEdge.ts';
import { Fare } from './Fare.ts';
import { Flight } from './Flight.ts';
import { FlightReturn } from './FlightReturn.ts';
import { FlightSearchConnection } from './FlightSearchConnection.ts';
import { FlightSearchEdge } from './FlightSearchEdge.ts';
import { Image } from './Image.ts';
import { Listing } from './Listing.ts';
import { createCar } from './Mutation/createCar.ts';
import { createFlight } from './Mutation/createFlight.ts';
import { createStay } from './Mutation/createStay.ts';
import { deleteListing } from './Mutation/deleteListing.ts';
import { postReview } from './Mutation/postReview.ts';
import { setNightlyPrices } from './Mutation/setNightlyPrices.ts';
import { updateCar } from './Mutation/updateCar.ts';
import { updateFlight } from './Mutation/updateFlight.ts';
import { updateStay } from './Mutation/updateStay.ts';
import { Offer } from './Offer.ts';
import { Place } from './Place.ts';
import { PriceBreakdown } from './PriceBreakdown.ts';
import { airline } from './Query/airline.ts';
import { airlines } from './Query/airlines.ts';
import { airport } from './Query/airport.ts';
import { airports } from './Query/airports.ts';
import { allListings } from './Query/allListings.ts';
import { car } from './Query/car.ts';
import { exchangeRates } from './Query/exchangeRates.ts';
import { flight } from './Query/flight.ts';
import { listing } from './Query/listing.ts';
import { listingsOutbox } from './Query/listingsOutbox.ts';
import { myListings } from './Query/myListings.ts';
import { offer } from './Query/offer.ts';
import { place } from './Query/place.ts';
import { places } from './Query/places.ts';
import { routes } from './Query/routes.ts';
import { searchCars } from './Query/searchCars.ts';
import { searchFlights } from './Query/searchFlights.ts';
import { searchStays } from './Query/searchStays.ts';
import { stay } from './Query/stay.ts';
import { Review } from './Review.ts';
import { RoomType } from './RoomType.ts';
import { Route } from './Route.ts';
import { Segment } from './Segment.ts';
import { Stay } from './Stay.ts';
import { StaySearchConnection } from './StaySearchConnection.ts';
import { StaySearchEdge } from './StaySearchEdge.ts';

const Query = {
  ...{ listing, flight, stay, car, myListings, allListings, offer },
  ...{ searchFlights, searchStays, searchCars },
  ...{ airports, places, airport, place, airlines, airline, routes, exchangeRates, listingsOutbox },
};
const Mutation = {
  ...{ createFlight, updateFlight, createStay, updateStay, setNightlyPrices, createCar, updateCar },
  ...{ deleteListing, postReview },
};
const listings = { Listing, Flight, Segment, Fare, Stay, RoomType, Car, Image, Review };
const geography = { Airport, Airline, Route, Place };
const offers = { Offer, PriceBreakdown };
const searches = {
  ...{ FlightSearchConnection, FlightSearchEdge, FlightReturn },
  ...{ StaySearchConnection, StaySearchEdge, CarSearchConnection, CarSearchEdge },
};

/** Every resolver of this subgraph, by type and field. The compiler holds what answers to the schema. */
export const resolvers = {
  ...{ Query, Mutation },
  ...{ ...listings, ...geography, ...offers, ...searches },
} satisfies Partial<Resolvers>;
