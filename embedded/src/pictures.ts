import { type PictureKind, pictureSvg } from '@meridian/market/picture-svg';
import { anonymous } from '@meridian/platform/identity/principal';
import { avatarSvg } from '@meridian/users/domain/avatar';
import type { Foundation } from './foundation.ts';
import type { Services } from './services.ts';

/** The part of the web server that pictures need. */
type Routes = Readonly<{
  get(path: string, handler: (request: { params: unknown }, reply: Reply) => Promise<unknown>): unknown;
}>;
type Reply = Readonly<{
  header(name: string, value: string): Reply;
  code(status: number): Reply;
  send(body: string): unknown;
}>;

const kinds = { flight: 'FLIGHT', stay: 'STAY', car: 'CAR', city: 'CITY' } as const satisfies Record<
  string,
  PictureKind
>;
const longestSeed = 200;

/** How long a browser may keep a picture: what lies behind a path never changes, but people change their names. */
const pictureCaching = 'public, max-age=31536000, immutable';
const avatarCaching = 'public, max-age=300';

/** Draws the pictures of listings and people. All of them are made here; no page loads from another host. */
export function addPictures(routes: Routes, deps: Readonly<{ foundation: Foundation; services: Services }>): void {
  routes.get('/images/avatars/:file', async ({ params }, reply) => {
    const id = nameOf(params);
    const displayName = id === undefined ? undefined : await displayNameOf(id, deps);
    return displayName === undefined || id === undefined
      ? notFound(reply)
      : sendSvg(reply, avatarSvg(displayName, id), avatarCaching);
  });
  routes.get('/images/:kind/:file', async ({ params }, reply) => {
    const kind = kindOf(params);
    const seed = seedOf(params);
    return kind === undefined || seed === undefined
      ? notFound(reply)
      : sendSvg(reply, pictureSvg(seed, kind), pictureCaching);
  });
}

/** The file's name without `.svg`; undefined for anything else. */
function nameOf(params: unknown): string | undefined {
  const { file } = params as Readonly<{ file: string }>;
  return file.endsWith('.svg') && file.length <= longestSeed ? file.slice(0, -'.svg'.length) : undefined;
}

/** Listings puts the seed into the path in base64url, since it may hold any character. */
function seedOf(params: unknown): string | undefined {
  const name = nameOf(params);
  return name === undefined ? undefined : Buffer.from(name, 'base64url').toString('utf8');
}

function kindOf(params: unknown): PictureKind | undefined {
  const { kind } = params as Readonly<{ kind: string }>;
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
}

const profileQuery = 'query Avatar($id: ID!) { publicProfile(id: $id) { displayName } }';

/** Asks the users service the way the gateway does, so that it works over both transports. */
async function displayNameOf(
  id: string,
  { foundation, services }: Readonly<{ foundation: Foundation; services: Services }>,
): Promise<string | undefined> {
  const token = foundation.internalTokens.issue({ principal: anonymous, audience: 'users' });
  const envelope = { token, requestId: foundation.ids.next('req') };
  const call = { envelope, signal: AbortSignal.timeout(2000) };
  const answer = await services.transports.get('users')?.execute({ query: profileQuery, variables: { id } }, call);
  const data = answer?.data as Readonly<{ publicProfile: Readonly<{ displayName: string }> | null }> | null | undefined;
  return data?.publicProfile?.displayName;
}

const notFound = (reply: Reply) => reply.code(404).send('There is no such picture.');

const sendSvg = (reply: Reply, svg: string, caching: string) =>
  reply
    .header('content-type', 'image/svg+xml; charset=utf-8')
    .header('cache-control', caching)
    // A picture is never a page: nothing in it may run, whoever opens it by itself.
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(svg);
