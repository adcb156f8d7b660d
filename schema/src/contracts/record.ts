/** What the records of importers and the demo market share. */

/** Integer minor units of an ISO 4217 currency. The same shape as the platform's `Money`. */
export type IntakeMoney = Readonly<{ minor: number; currency: string }>;

/** Degrees, WGS 84. */
export type Coordinates = Readonly<{ latitude: number; longitude: number }>;

/**
 * Who a record is. `sourceKey` names the thing for ever (`ourairports:3622`, `airbnb:71609`, `demo:car:12`); for rows without a
 * key of their own it is `<format>:<hash of the content>:<occurrence in the file>`. `contentHash` covers everything else in
 * the record, so two equal hashes mean that nothing has to be written.
 */
export type Identified = Readonly<{ sourceKey: string; contentHash: string }>;
