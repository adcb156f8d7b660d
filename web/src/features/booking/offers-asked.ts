import type { LoadedOffers } from './load-offers.ts';

/** What has come of asking for offers so far, and for which. */
type OffersAsked = Readonly<{
  /** How often the same has been asked for once more. */
  round: number;
  answer?: Readonly<{ wanted: string; loaded: LoadedOffers }>;
}>;

/** The same is asked for once more, or an answer has come. */
type Step = 'again' | Readonly<{ wanted: string; loaded: LoadedOffers }>;

/** Before anything is asked for. */
export const nothingAsked: OffersAsked = { round: 0 };

/** Offers that are there stay on the page while they are asked for once more; what is no offer makes room for the next answer. */
export function stepOffers({ round, answer }: OffersAsked, step: Step): OffersAsked {
  if (step !== 'again') return { round, answer: step };
  return answer?.loaded.status === 'ready' ? { round: round + 1, answer } : { round: round + 1 };
}

/** How it stands with what the address names now. Offers that it named before are no answer to that: they would be booked unseen. */
export const offersOf = ({ answer }: OffersAsked, wanted: string): Readonly<{ status: 'loading' }> | LoadedOffers =>
  answer?.wanted === wanted ? answer.loaded : { status: 'loading' };
