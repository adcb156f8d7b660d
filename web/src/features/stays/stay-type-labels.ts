import type { StaySummaryFragment } from '../../generated/features/stays/stays.ts';

/** What a kind of place is called. */
export const stayTypeLabels: Readonly<Record<StaySummaryFragment['stayType'], string>> = {
  APARTMENT: 'Apartment',
  HOUSE: 'House',
  PRIVATE_ROOM: 'Private room',
  SHARED_ROOM: 'Shared room',
  HOTEL: 'Hotel',
  HOSTEL: 'Hostel',
  VILLA: 'Villa',
  BED_AND_BREAKFAST: 'Bed and breakfast',
  UNIQUE: 'Something special',
};
