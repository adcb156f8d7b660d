import { urlCount } from '@meridian/ui/routing/url-values';
import * as z from 'zod/mini';

/** As many as the graph takes in one booking. */
export const mostTravelers = 9;

/** Who travels, as it stands in an address. One of them at least has grown up. */
export const partyValues = {
  adults: urlCount(1, mostTravelers, 1),
  children: urlCount(0, mostTravelers - 1, 0),
};

type Counts = Readonly<{ adults: number; children: number }>;

/** The same with so many children that there are not more travelers than can be booked at once. */
export const fitParty = <Whole extends Counts>(party: Whole): Whole => ({
  ...party,
  children: Math.min(party.children, mostTravelers - party.adults),
});

/** Whether nobody more can come along. */
export const isFullParty = ({ adults, children }: Counts): boolean => adults + children >= mostTravelers;

export const partySearch = z.pipe(z.object(partyValues), z.transform(fitParty));

/** Travelers of 12 years and more, and younger ones. */
export type Party = z.infer<typeof partySearch>;
