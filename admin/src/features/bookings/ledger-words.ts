const accounts: Readonly<Record<string, string>> = {
  'provider-clearing': 'Payment provider',
  'owner-payable': 'Owed to the owner',
  'taxes-payable': 'Taxes owed',
  'service-fees': 'Service fees',
  'refunds-payable': 'Refunds owed',
};

/** An account of the ledger: what it is called, and whose it is where it is somebody's. Other accounts keep their names. */
export function accountOf(account: string): Readonly<{ label: string; userId?: string }> {
  const [kind = account, userId] = account.split(':');
  const label = Object.hasOwn(accounts, kind) ? (accounts[kind] ?? account) : account;
  return userId?.startsWith('usr_') ? { label, userId } : { label };
}
