import { formatCard } from '@meridian/ui/formats/card';

/** The cards of the sandbox provider, by its tokens. No real card number is ever typed into this page. */
export const sandboxCards = [
  { token: 'tok_visa', label: `${formatCard({ brand: 'visa', last4: '4242' })}, pays` },
  { token: 'tok_mastercard', label: `${formatCard({ brand: 'mastercard', last4: '4444' })}, pays` },
  { token: 'tok_declined', label: 'A card that is declined' },
  { token: 'tok_insufficient_funds', label: 'A card without enough money' },
  { token: 'tok_expired_card', label: 'A card that has expired' },
  { token: 'tok_timeout', label: 'A bank that answers late' },
] as const;
