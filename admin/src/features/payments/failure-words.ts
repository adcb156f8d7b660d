/** The provider's words for what they do not pay, in ours. */
const words: Readonly<Record<string, string>> = {
  insufficient_funds: 'Not enough money on the card',
  card_declined: 'Declined by the bank',
  expired_card: 'The card has expired',
  authorisation_lost: 'The bank has withdrawn its authorisation',
  unknown_token: 'No such card',
};

/** Why a payment failed. A word of the provider's that is not known here is shown as it is, made readable; nothing where none failed. */
export function failureInWords(reason: string | null): string | undefined {
  if (reason === null) return undefined;
  const readable = reason.replaceAll('_', ' ');
  return words[reason] ?? `${readable.charAt(0).toUpperCase()}${readable.slice(1)}`;
}
