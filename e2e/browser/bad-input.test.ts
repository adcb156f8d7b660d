import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@meridian/demo/eventually';
import { createApi, textAt } from '../support/api.ts';
import { inDays, route } from '../support/inputs.ts';
import { signInAgain } from '../support/people.ts';
import { newAccount, signUpAnew, signUpOn } from './support/account.ts';
import { beginBooking, sellFlight, sendTravelers } from './support/flights.ts';
import { openingTimeoutInMs, openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let places: Readonly<{ from: string; to: string }>;
beforeAll(async () => {
  stage = await openStage();
  const found = await createApi(`${stage.server.address}/graphql`).read(`{
    from: places(search: "${route.origin}", first: 1) { id } to: places(search: "${route.destination}", first: 1) { id } }`);
  places = { from: textAt(found, 'from', 0, 'id'), to: textAt(found, 'to', 0, 'id') };
}, openingTimeoutInMs);
afterAll(async () => stage[Symbol.asyncDispose]());

/** Addresses that somebody has written by hand, and what the page says then. */
const addresses: readonly (readonly [address: string, says: string | RegExp])[] = [
  ['/nowhere', 'There is no such page'],
  ['/flights?date=2026-99-99&adults=99&stops=9&sort=BEST&page=99999', 'Where do you want to go?'],
  ['/flights?from=plc_nope&to=plc_none', 'No airport or place is known as "plc_nope".'],
  ['/flights/flt_nope', 'This flight is not on sale'],
  ['/stays?place=plc_nope&checkIn=yesterday&guests=-3&rating=11', 'No place is known as "plc_nope".'],
  ['/stays/sty_nope?checkIn=2020-01-01&checkOut=2019-01-01', 'This stay is not on sale'],
  ['/cars?place=plc_nope&seats=400&transmission=STEAM', 'No place is known as "plc_nope".'],
  ['/cars/car_nope', 'This car is not on sale'],
  ['/deals?kind=SUBMARINE&sort=UPWARDS', /deals?$/],
  ['/book?offers=off_nope', 'Sign in to go on'],
  ['/trips/bkg_nope', 'Sign in to go on'],
  ['/sign-in?next=https://evil.example/', 'Sign in'],
  [`/stays?place=${'x'.repeat(4000)}`, 'Where do you want to stay?'],
  ['/flights?from=<script>window.hacked=true</script>', 'Where do you want to go?'],
];

test.each(addresses.map(([address, says]) => [address.slice(0, 80), address, says] as const))(
  '%s shows a clear state',
  async (_name, address, says) => {
    await using visitor = await stage.visit();
    const { page } = visitor;
    await page.goto(address);
    await page.getByRole('main').getByText(says).first().waitFor();
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(visitor.trouble).toEqual([]);
  },
);

/** Days that no trip can have, at places that there are: a search says so, and offers what helps. */
test.each([
  ['flights', `date=${inDays(20)}&return=${inDays(10)}`, /The way back is before the way out/],
  ['stays', `checkIn=${inDays(20)}&checkOut=${inDays(10)}&guests=9999`, /Check-out is not after check-in/],
  ['stays', `checkIn=${inDays(20)}`, /Give both dates/],
  ['cars', `pickUp=${inDays(20)}&dropOff=${inDays(15)}`, /Choose a drop-off after the pick-up/],
] as const)('/%s?%s is refused, and can be mended', async (kind, days, says) => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  const at = kind === 'flights' ? `from=${places.from}&to=${places.to}` : `place=${places.to}`;
  await page.goto(`/${kind}?${at}&${days}`);
  await page.getByRole('alert').getByText(says).waitFor();
  if (days.includes('9999')) {
    expect(await page.getByLabel('Guests').inputValue()).toBe('30');
    await page.getByText('30 guests at most').waitFor();
  }
  await page.getByRole('button', { name: 'Clear filters and days' }).click();
  // Nothing in the small market takes thirty guests.
  if (days.includes('9999')) await page.getByText('No stay fits').waitFor();
  else await page.getByRole('main').getByRole('listitem').first().waitFor();
  for (const day of await page.locator('input[type=date]').all()) expect(await day.inputValue()).toBe('');
  expect(visitor.trouble).toEqual([]);
});

test('after signing in, an address of another site is not gone to', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/sign-up?next=//evil.example/');
  await signUpOn(page, newAccount());
  expect(new URL(page.url()).host).toBe(new URL(stage.server.address).host);
  expect(visitor.trouble).toEqual([]);
});

test('what somebody may not see, signed in, looks as what does not exist', async () => {
  await using visitor = await stage.visit();
  const { page } = visitor;
  await signUpAnew(page);
  for (const address of ['/trips/bkg_nope', '/trips/bkg_nope/pay']) {
    await page.goto(address);
    await page.getByText('You have no such booking').waitFor();
  }
  await page.goto('/book?offers=off_nope');
  await page.getByText('This offer cannot be had any more').waitFor();
  expect(visitor.trouble).toEqual([]);
});

test('the first wrong field has the focus once, and whoever goes on to another one is left there', async () => {
  const flight = await sellFlight(stage.server.address, 3);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/sign-up');
  await signUpOn(page, newAccount());
  await beginBooking(page, flight.id);
  const [given, family] = [page.getByLabel('Given name'), page.getByLabel('Family name')];
  await given.fill('');
  await family.fill('');
  await sendTravelers(page);
  await page.locator('[name="0.givenName"][aria-invalid="true"]:focus').waitFor();
  await family.first().focus();
  // The page is drawn anew, for another traveler.
  await page.evaluate('history.pushState(null, "", location.href + "&adults=2")');
  await given.nth(1).waitFor();
  expect(await page.evaluate('document.activeElement.name')).toBe('0.familyName');
  expect(visitor.trouble).toEqual([]);
});

test('a megabyte that is pasted into fields is cut, and nothing breaks', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  const megabyte = 'ü'.repeat(1_000_000);
  await using visitor = await stage.visit();
  const { page } = visitor;
  await page.goto('/');
  const asking = page.waitForRequest((request) => request.postData()?.includes('"Places"') ?? false);
  await page.getByRole('combobox', { name: 'From' }).fill(megabyte);
  expect((await asking).postDataBuffer()?.length).toBeLessThan(4_000);
  await page.getByText('No such place').waitFor();
  await signUpAnew(page);
  await beginBooking(page, flight.id);
  const name = page.getByLabel('Given name');
  await name.fill(megabyte);
  expect((await name.inputValue()).length).toBe(80);
  await sendTravelers(page);
  await page.getByRole('timer').waitFor();
  expect(visitor.trouble).toEqual([]);
});

const markup = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>';
const postReview = `mutation ($input: PostReviewInput!) { postReview(input: $input) { __typename ... on UserError { message } } }`;

test('script tags in a review are text', async () => {
  const flight = await sellFlight(stage.server.address, 2);
  await using visitor = await stage.visit();
  const { page } = visitor;
  const account = await signUpAnew(page);
  await beginBooking(page, flight.id);
  await sendTravelers(page);
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByText('Confirmed', { exact: true }).waitFor();
  const { api } = await signInAgain(stage.server.address, account);
  const input = { listingId: flight.id, rating: 5, title: markup.slice(0, 80), text: markup };
  await eventually(async () =>
    expect(await api.read(postReview, { input })).toEqual({ postReview: { __typename: 'Review' } }),
  );
  await page.goto(`/flights/${flight.id}`);
  await page.getByText(markup, { exact: true }).first().waitFor();
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(visitor.trouble).toEqual([]);
});
