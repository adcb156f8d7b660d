/** The three people of the demo market. Their passwords are printed at start; they exist only where the market is seeded. */
export type DemoAccount = Readonly<{
  key: 'traveler' | 'owner' | 'admin';
  email: string;
  password: string;
  displayName: string;
  roles: readonly ('TRAVELER' | 'OWNER' | 'ADMIN')[];
}>;

export const demoAccounts: readonly [DemoAccount, DemoAccount, DemoAccount] = [
  {
    key: 'traveler',
    email: 'traveler@meridian.example',
    password: 'sunny-harbour-42',
    displayName: 'Tara Traveler',
    roles: ['TRAVELER'],
  },
  {
    key: 'owner',
    email: 'owner@meridian.example',
    password: 'quiet-orchard-42',
    displayName: 'Omar Owner',
    roles: ['TRAVELER', 'OWNER'],
  },
  {
    key: 'admin',
    email: 'admin@meridian.example',
    password: 'steady-compass-42',
    displayName: 'Ada Admin',
    roles: ['TRAVELER', 'ADMIN'],
  },
];
