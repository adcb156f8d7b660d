import { prepare } from './lib/prepare.mjs';

/** `npm run build`: everything that is needed to run, as far as it is not there. */
await prepare();
