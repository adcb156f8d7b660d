import { alerts } from './User/alerts.ts';
import { watches } from './User/watches.ts';

/** An account, with what it watches and was told. */
export const User = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  watches,
  alerts,
};
