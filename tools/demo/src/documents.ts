/** The operations of the journey, as anybody could paste them into a client. */

export const signUp = /* GraphQL */ `
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on AuthenticatedSession { accessToken user { id profile { displayName } } }
      ... on UserError { message }
    }
  }`;

export const signIn = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on AuthenticatedSession { accessToken user { id profile { displayName } } }
      ... on UserError { message }
    }
  }`;

export const someRoute = /* GraphQL */ `
  query SomeRoute {
    routes(first: 1) {
      edges { node { carrier { code } origin { code city } destination { code city } } }
    }
  }`;

export const createFlight = /* GraphQL */ `
  mutation CreateFlight($input: CreateFlightInput!) {
    createFlight(input: $input) {
      __typename
      ... on Flight { id version title fares { id } }
      ... on UserError { message }
    }
  }`;

export const updateFlight = /* GraphQL */ `
  mutation UpdateFlight($input: UpdateFlightInput!) {
    updateFlight(input: $input) {
      __typename
      ... on Flight { id version fromPrice { amount currency } }
      ... on UserError { message }
    }
  }`;

export const searchFlights = /* GraphQL */ `
  query SearchFlights($input: FlightSearchInput!) {
    searchFlights(input: $input, first: 50) {
      totalCount
      edges {
        total { amount currency }
        node { id title departsAt arrivesAt stops availability { label remaining } }
      }
    }
  }`;

export const createPriceWatch = /* GraphQL */ `
  mutation Watch($input: CreatePriceWatchInput!) {
    createPriceWatch(input: $input) {
      __typename
      ... on PriceWatch { id }
      ... on UserError { message }
    }
  }`;

export const alertsSoFar = /* GraphQL */ `
  query AlertsSoFar {
    me { alerts(first: 1) { streamCursor } }
  }`;

export const priceWatchTriggered = /* GraphQL */ `
  subscription Alerts($after: Cursor) {
    priceWatchTriggered(after: $after) {
      __typename
      ... on PriceWatchTriggered {
        cursor
        alert {
          price { amount currency }
          observedAt
          listing { ... on Flight { id title segments { flightNumber } availability { label remaining } } }
        }
      }
      ... on StreamGap { reason }
    }
  }`;

export const offerToken = /* GraphQL */ `
  query Offer($id: ID!) {
    flight(id: $id) { offer { token total { amount currency } expiresAt } }
  }`;

export const createBooking = /* GraphQL */ `
  mutation Book($input: CreateBookingInput!) {
    createBooking(input: $input) {
      __typename
      ... on Booking { id reference state total { amount currency } }
      ... on UserError { code message }
    }
  }`;

export const myTrips = /* GraphQL */ `
  query MyTrips {
    me {
      bookings(first: 5) {
        edges {
          node {
            id reference state
            refunded { amount currency }
            items { snapshot { title startsAt } listing { ... on Flight { segments { origin { city } destination { city } } } } }
          }
        }
      }
    }
  }`;

export const quoteCancellation = /* GraphQL */ `
  mutation QuoteCancellation($bookingId: ID!) {
    quoteCancellation(input: { bookingId: $bookingId }) {
      __typename
      ... on CancellationQuote { id refund { amount currency } penalty { amount currency } }
      ... on UserError { message }
    }
  }`;

export const cancelBooking = /* GraphQL */ `
  mutation Cancel($input: CancelBookingInput!) {
    cancelBooking(input: $input) {
      __typename
      ... on Booking { state refunded { amount currency } refunds { state amount { amount currency } } }
      ... on UserError { message }
    }
  }`;

export const revenue = /* GraphQL */ `
  query Revenue {
    revenue(groupBy: MONTH) {
      label bookings cancellations
      gross { amount currency }
      refunded { amount currency }
      net { amount currency }
    }
  }`;
