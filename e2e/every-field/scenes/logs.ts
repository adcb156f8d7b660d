import { once } from 'node:events';
import { eventually } from '@meridian/demo/eventually';
import { WebSocket } from 'ws';
import { listAt } from '../../support/api.ts';
import type { Stage } from '../stage.ts';

/** More than the gateway takes in one message. */
const tooManyBytes = 300_000;

/** Does to a socket what the gateway writes a line about, and waits until operators can read it. */
export async function playLogs({ address, people }: Stage): Promise<void> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('x'.repeat(tooManyBytes));
  await once(socket, 'close');
  await eventually(async () => {
    const answer = await people.admin.api.read('{ logRecords(first: 20) { edges { node { requestId } } } }');
    const told = listAt(answer, 'logRecords', 'edges').some(({ node }) => (node as { requestId: unknown }).requestId);
    if (!told) throw new Error('No line of the log names its request yet.');
  });
}
