import type { BookingItem } from '../domain/booking.ts';
import type { OfferFlaw } from '../domain/failures.ts';

/** What an offer promises: an item without an id yet, and its currency. */
export type AgreedOffer = Omit<BookingItem, 'id'> & Readonly<{ currency: string }>;

/** What became of a token. An expired one was signed by us, so what it says may be shown again. */
export type OfferReading =
  | Readonly<{ kind: 'VALID'; offer: AgreedOffer }>
  | Readonly<{ kind: 'EXPIRED'; offer: AgreedOffer }>
  | Readonly<{ kind: 'INVALID'; flaw: OfferFlaw }>;

/** Reads offer tokens with public keys only. */
export interface OfferReader {
  /** @param callerId the user who wants to use it; the token must be meant for them or for everybody */
  read(token: string, callerId: string): Promise<OfferReading>;
}
