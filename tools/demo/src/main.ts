import { Command } from 'commander';
import { runJourney } from './journey.ts';
import { createSteps } from './steps.ts';

type Options = Readonly<{
  url: string;
  ownerEmail: string;
  ownerPassword: string;
  adminEmail: string;
  adminPassword: string;
}>;

const options = new Command('npm run demo --')
  .description('Walks the whole journey against a running Meridian, over its public addresses.')
  .option('--url <address>', "the server's root", 'http://127.0.0.1:4000')
  .option('--owner-email <address>', 'an account that may publish', 'owner@meridian.example')
  .option('--owner-password <password>', 'its password', 'quiet-orchard-42')
  .option('--admin-email <address>', 'an account that may read figures', 'admin@meridian.example')
  .option('--admin-password <password>', 'its password', 'steady-compass-42')
  .showHelpAfterError()
  .parse()
  .opts<Options>();

/** A month ahead: no cancellation policy is near its end. */
const inThirtyDays = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

const steps = createSteps(
  (line) => console.log(line),
  () => performance.now(),
);
const begin = performance.now();
try {
  await runJourney({
    address: options.url.replace(/\/$/, ''),
    owner: { email: options.ownerEmail, password: options.ownerPassword },
    admin: { email: options.adminEmail, password: options.adminPassword },
    steps,
    flightDate: inThirtyDays(),
  });
  console.log(
    `\nThe journey is complete: ${steps.count()} steps in ${((performance.now() - begin) / 1000).toFixed(1)} s.`,
  );
} catch (failure) {
  const unreachable = failure instanceof TypeError && failure.message === 'fetch failed';
  const message = failure instanceof Error ? failure.message : String(failure);
  console.error(
    unreachable
      ? `\nNothing answers at ${options.url}. Run "npm start" in another terminal, or name the address with --url.`
      : `\nStep ${steps.count()} failed: ${message}`,
  );
  process.exitCode = 1;
}
