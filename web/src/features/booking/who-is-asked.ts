type Kind = 'FLIGHT' | 'STAY' | 'CAR';

/** How a form asks for people: everybody who flies; for a stay or a car one who answers for it. */
export type WhoIsAsked = Readonly<{
  question: string;
  legend: (number: number, kind: string) => string;
  hint: string;
}>;

const words: Readonly<Record<Kind, WhoIsAsked>> = {
  FLIGHT: {
    question: 'Who travels?',
    legend: (number, kind) => `Traveler ${number}, ${kind}`,
    hint: 'As in the passport',
  },
  STAY: { question: 'Who checks in?', legend: () => 'Who answers for the booking', hint: '' },
  CAR: { question: 'Who drives?', legend: () => 'The driver', hint: 'As in the driving licence' },
};

/** The words for what is booked. Where a flight is among it, everybody needs a passport's name. */
export const whoIsAsked = (kinds: readonly Kind[]): WhoIsAsked =>
  words[kinds.includes('FLIGHT') ? 'FLIGHT' : (kinds[0] ?? 'FLIGHT')];
