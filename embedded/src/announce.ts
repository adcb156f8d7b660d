import type { Writable } from 'node:stream';

/** An account of the demo market, printed so that a newcomer can sign in. */
export type PrintedAccount = Readonly<{ role: string; email: string; password: string }>;

/** What `npm start` says once everything stands. */
export function announcement(url: string, accounts: readonly PrintedAccount[]): string {
  const addresses = [
    ['Meridian', url],
    ['For operators', `${url}/admin`],
    ['Playground', `${url}/playground`],
    ['GraphQL', `${url}/graphql`],
    ['Public contract', `${url}/public/graphql`],
    ['Readiness', `${url}/readyz`],
  ].map(([name = '', address]) => `  ${name.padEnd(17)}${address}`);
  const people = accounts.map(({ role, email, password }) => `  ${role.padEnd(17)}${email.padEnd(30)}${password}`);
  const accountLines =
    people.length === 0 ? [] : ['', 'Accounts of the demo market (role, address, password):', ...people];
  return ['', ...addresses, ...accountLines, '', 'Ctrl-C stops everything.', ''].join('\n');
}

/** Shows how far something is: in place on a terminal, otherwise a line for each stage. */
export function createProgressLine(out: Writable & Readonly<{ isTTY?: boolean }>) {
  let stage = '';
  return {
    show(what: string, done: number, total: number): void {
      const text = `  ${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
      if (out.isTTY === true) out.write(`\r\u001b[2K${text}`);
      else if (what !== stage) out.write(`  ${what} (${total.toLocaleString('en')})\n`);
      stage = what;
    },
    end(): void {
      if (out.isTTY === true && stage !== '') out.write('\r\u001b[2K');
      stage = '';
    },
  };
}
