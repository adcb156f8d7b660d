/** What may be shown of a card, as the graph tells it. `brand` is the provider's word. */
export type CardValue = Readonly<{ brand: string; last4: string }>;

/** How brands write themselves, by the payment providers' words. */
const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

/** `{ visa, 4242 }` → `Visa •••• 4242`. A brand that nobody has told us of is a card. */
export const formatCard = ({ brand, last4 }: CardValue): string => `${brands[brand] ?? 'Card'} •••• ${last4}`;
