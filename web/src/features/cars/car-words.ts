import type { CarSummaryFragment } from '../../generated/features/cars/cars.ts';

/** What a class of cars is called. */
export const carClassLabels: Readonly<Record<CarSummaryFragment['carClass'], string>> = {
  ECONOMY: 'Economy',
  COMPACT: 'Compact',
  MIDSIZE: 'Midsize',
  FULLSIZE: 'Full size',
  SUV: 'SUV',
  MINIVAN: 'Minivan',
  VAN: 'Van',
  TRUCK: 'Truck',
  LUXURY: 'Luxury',
  CONVERTIBLE: 'Convertible',
};

const transmissions = { AUTOMATIC: 'automatic', MANUAL: 'manual' } as const;
const fuels = { PETROL: 'petrol', DIESEL: 'diesel', HYBRID: 'hybrid', ELECTRIC: 'electric' } as const;

/** `5 seats · automatic · hybrid`, as far as it is known. */
export const carInWords = ({ seats, transmission, fuel, airConditioning }: CarSummaryFragment): string =>
  [
    `${seats} seats`,
    transmission && transmissions[transmission],
    fuel && fuels[fuel],
    airConditioning && 'air conditioning',
  ]
    .filter(Boolean)
    .join(' · ');
