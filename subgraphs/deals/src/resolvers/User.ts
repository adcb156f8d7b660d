import { alerts } from './User/alerts.ts';
import { watches } from './User/watches.ts';

export const User = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  watches,
  alerts,
};
