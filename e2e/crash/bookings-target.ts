import { openDataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { startBookings } from '../races/bookings-process.ts';
import { createClients } from '../races/clients.ts';
import { announce, type Itinerary } from '../races/market.ts';
import { documents } from './documents.ts';
import { inputOf, toAnswer, tokenOf } from './steps.ts';
import type { Target } from './target.ts';

/** Few seats on some, so that clients are also told that it is sold out. */
const itineraries: readonly Itinerary[] = Array.from({ length: 8 }, (_, index) => ({
  id: `flt_crash${index}`,
  segments: [
    { resource: `MC${index % 4}.SIN.2030-06-01`, seats: index < 4 ? 25 : 5_000 },
    ...(index % 2 ? [{ resource: `MD${index}.KUL.2030-06-01`, seats: 5_000 }] : []),
  ],
}));

/** The bookings service as a process of its own; clients speak to it as the gateway does. */
export async function createBookingsTarget(data: string): Promise<Target> {
  const folder = await openDataFolder(data);
  const secrets = await openSecrets(folder.secrets, ['internalKey', 'offerKeys']);
  const clients = createClients(secrets);
  return {
    async start() {
      const { url: address, kill, stop } = await startBookings(data);
      return { address, kill, stop };
    },
    async prepare(address) {
      await announce(folder.eventLog, itineraries);
      for (const { id } of itineraries) await clients.known(address, id);
    },
    async errand(number) {
      const user = `usr_crash${number}`;
      const itinerary = itineraries[number % itineraries.length] as Itinerary;
      const wish = { offer: await clients.offerFor(itinerary), token: tokenOf(number) };
      return {
        user,
        async send(address, step, before) {
          const variables = { input: inputOf(step, before, wish) };
          const { data: answered, errors } = await clients.post(address, user, {
            query: documents[step.action],
            variables,
          });
          if (!answered?.answer) throw new Error(JSON.stringify(errors));
          return toAnswer(answered.answer);
        },
      };
    },
  };
}
