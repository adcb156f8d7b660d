import { eventually } from '@meridian/demo/eventually';
import { listAt, textAt } from '../../support/api.ts';
import { poisonLog } from '../../support/poison.ts';
import type { Stage } from '../stage.ts';

/** An event that listings gives up is put back, fails again, and is there once more. */
export async function playDeadLetters(
  { people, expect }: Stage,
  data: string,
): Promise<Readonly<{ deadLetterId: string }>> {
  const { api } = people.admin;
  await poisonLog(data, 'evt_poison');
  /** The only one that is open; not the one of that id. */
  const onlyOne = (before?: string) =>
    eventually(async () => {
      const edges = listAt(
        await api.read('{ deadLetters(first: 2) { edges { node { id } } } }'),
        'deadLetters',
        'edges',
      );
      const id = textAt(edges, 0, 'node', 'id');
      if (id === before) throw new Error('The event has not failed again yet.');
      return id;
    });
  const id = await onlyOne();
  await expect(api, 'replayDeadLetter', { input: { id }, member: 'DeadLetter' });
  await expect(api, 'replayDeadLetter', { input: { id }, member: 'AlreadyReplayed' });
  await expect(api, 'replayDeadLetter', { input: { id: 'reviews.dlq/0@999' }, member: 'NotFound' });
  return { deadLetterId: await onlyOne(id) };
}
