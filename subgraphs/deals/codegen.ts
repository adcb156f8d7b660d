/** How `npm run generate` types this subgraph's resolvers. Paths are relative to `src/generated/`. */
export const codegen = {
  contextType: '../resolvers/context.ts#DealsContext',
  mappers: {
    Money: '../domain/price-watch.ts#Amount',
    ListingSnapshot: '../domain/listing-facts.ts#Snapshot',
    Listing: '../resolvers/listing-reference.ts#ListingReference',
    Flight: '../resolvers/listing-reference.ts#ListingReference',
    Stay: '../resolvers/listing-reference.ts#ListingReference',
    Car: '../resolvers/listing-reference.ts#ListingReference',
    User: '../resolvers/listing-reference.ts#UserReference',
    Deal: '../domain/deal.ts#Deal',
    DealExplanation: '../domain/deal.ts#Deal',
    DollarRate: '../domain/basis.ts#BasisRate',
    DealFacets: '../ports/deal-book.ts#DealFacetCounts',
    PriceInsight: '../application/read-insights.ts#Insight',
    PricePoint: '../application/price-point.ts#PricePoint',
    PriceHistory: '../application/read-price-history.ts#History',
    PriceWatch: '../domain/price-watch.ts#PriceWatch',
    WatchedSearch: '../domain/saved-search.ts#SavedSearch',
    Alert: '../domain/price-watch.ts#Alert',
  },
};
