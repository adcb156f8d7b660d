import type { FareInput } from '../application/publish/flight-input.ts';
import type { RoomTypeInput } from '../application/publish/stay-input.ts';

type Defaulted<Whole, Keys extends keyof Whole> = Omit<Whole, Keys> & Partial<Pick<Whole, Keys>>;

const fareDefaults = { taxes: '0', fees: '0', refundable: false, changeable: false, checkedBags: 0 } as const;

/** A fare with the schema's defaults, which also hold where a client sends null. */
export const completeFare = (fare: Defaulted<FareInput, keyof typeof fareDefaults>): FareInput => ({
  ...fareDefaults,
  ...fare,
});

/** A room type with the schema's defaults. */
export const completeRoomType = (room: Defaulted<RoomTypeInput, 'pricePercent'>): RoomTypeInput => ({
  pricePercent: 100,
  ...room,
});

/** The schema's defaults of a stay. */
export const stayDefaults = {
  cleaningFee: '0',
  taxPercent: 0,
  amenities: [],
  minNights: 1,
  maxNights: 365,
  checkInFrom: '15:00',
  checkOutUntil: '11:00',
  cancellationPolicy: 'MODERATE',
  instantBook: false,
} as const;

/** The schema's defaults of a car. */
export const carDefaults = {
  serviceFee: '0',
  taxPercent: 0,
  units: 1,
  cancellationPolicy: 'MODERATE',
  instantBook: true,
} as const;
