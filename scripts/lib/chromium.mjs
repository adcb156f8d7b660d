import { accessSync, constants } from 'node:fs';

/** Where Chromium or Chrome lies on the systems that people develop on. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser of this machine: the one that `CHROMIUM` names, or the first of the usual places; nothing when there is none. */
export const findChromium = (environment = process.env) => [environment.CHROMIUM ?? [], usual].flat().find(isRunnable);
