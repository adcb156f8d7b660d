const reasons: Readonly<Record<string, string>> = {
  insufficient_funds: 'There is not enough money on this card.',
  expired_card: 'This card has expired.',
  card_declined: 'The bank has declined this card.',
};

/** Why a card was declined, in a sentence; nothing for a word of the provider's that is not known here. */
export const declinedBecause = (reason: string | null): string | undefined =>
  reason === null ? undefined : reasons[reason];

/** How many cards may still be tried. The last one that is declined ends the booking, so it is said before. */
export const triesInWords = (left: number): string =>
  left === 1
    ? 'One try is left: if the next card is declined as well, the booking is given up.'
    : `It is still held for you: try another card. ${left} tries are left.`;
