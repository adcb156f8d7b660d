import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openPriceIntake } from '@meridian/deals/price-intake';
import { openListingsIntake } from '@meridian/listings/listings-intake';
import { temporaryFolder } from '@meridian/platform/testkit/temporary-folder';
import { createOpenIntakes, type Openers } from '../src/open-intakes.ts';

/** The real openers, which note what they opened and what was closed again. */
function recordingOpeners() {
  const seen: string[] = [];
  const noting = <Part extends AsyncDisposable>(name: string, part: Part): Part => {
    seen.push(`${name} opened`);
    const dispose = async () => {
      await part[Symbol.asyncDispose]();
      seen.push(`${name} closed`);
    };
    return { ...part, [Symbol.asyncDispose]: dispose };
  };
  const openers: Openers = {
    openListingsIntake: async (options) => noting('listings', await openListingsIntake(options)),
    openPriceIntake: async (options) => noting('prices', await openPriceIntake(options)),
  };
  return { openIntakes: createOpenIntakes(openers), seen };
}

test('the intakes of a folder close, the last one first', async () => {
  await using temporary = await temporaryFolder('importer');
  const { openIntakes, seen } = recordingOpeners();
  const intakes = await openIntakes(temporary.path);
  expect(await intakes.listings.airports()).toEqual([]);
  await intakes[Symbol.asyncDispose]();
  expect(seen).toEqual(['listings opened', 'prices opened', 'prices closed', 'listings closed']);
});

test('when the second intake does not open, the first one is closed', async () => {
  await using temporary = await temporaryFolder('importer');
  // Where the database should lie there is a folder.
  await mkdir(join(temporary.path, 'deals.db'));
  const { openIntakes, seen } = recordingOpeners();
  await expect(openIntakes(temporary.path)).rejects.toThrow();
  expect(seen).toEqual(['listings opened', 'listings closed']);
});
