/** How `npm run generate` types this subgraph's resolvers. Paths are relative to `src/generated/`. */
export const codegen = {
  contextType: '../resolvers/context.ts#AnalyticsContext',
  mappers: {
    Flight: '../domain/listing.ts#ListingRef',
    Stay: '../domain/listing.ts#ListingRef',
    Car: '../domain/listing.ts#ListingRef',
    Listing: '../domain/listing.ts#ListingRef',
    Money: '@meridian/platform/values/money#Money',
    DeadLetter: '@meridian/platform/consumer/dead-letter-book#BookedLetter',
    LookToBook: '../domain/look-to-book.ts#LookToBook',
    LogRecord: '../ports/log-records.ts#LogRecord',
    RevenueRow: '../domain/revenue-report.ts#RevenueRow',
    TopListing: '../domain/top-listings.ts#TopListing',
  },
};
