import { z } from 'zod';

/** Values that several events share. Amounts are integer minor units of the currency beside them. */
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const countryCode = z.string().regex(/^[A-Z]{2}$/);
export const airportCode = z.string().regex(/^[A-Z]{3}$/);
export const localDate = z.iso.date();
/** `2027-03-01T09:30`, on the clock of the zone beside it. */
export const localDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
export const instant = z.iso.datetime();
export const minor = z.int();
export const kind = z.enum(['FLIGHT', 'STAY', 'CAR']);
