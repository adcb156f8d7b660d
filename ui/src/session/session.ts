import { createStore, type OwnStore, type Store } from '../state/store.ts';

/** Whether somebody is signed in on this device, as far as this page knows. */
export type SessionState =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{
      status: 'signedOut';
      /** Nobody has signed out: the session has ended by itself, and whoever it was may come back to what they did. */
      hasExpired?: true;
    }>
  | Readonly<{ status: 'signedIn'; accessToken: string /** Epoch milliseconds. */; expiresAt: number }>;

/** A token that `signUp`, `signIn` or a refresh has answered. */
export type IssuedToken = Readonly<{ accessToken: string /** ISO 8601. */; accessTokenExpiresAt: string }>;

/** The session could not be asked for: the server is not reachable, or part of it is down. The session itself may go on. */
export class SessionUnavailable extends Error {
  override readonly name = 'SessionUnavailable';
}

/** What a session needs of its browser. Tests hand in their own. */
export type SessionSurroundings = Readonly<{
  fetch: typeof fetch;
  /** Remembers that there was a session, so that a stranger's page asks nothing. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Runs one piece of work at a time among all tabs of this browser. */
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Tells the other tabs, and hears them. */
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  now: () => number;
}>;

/** The session of this browser: the access token in memory, the refresh token in a cookie that no script can read. */
export type Session = Store<SessionState> &
  Readonly<{
    /** A token with time left on it; refreshed when need be. Undefined for a stranger. @throws SessionUnavailable */
    accessToken(): Promise<string | undefined>;
    /** Asks for a new token although the present one looks alive: the server has refused it. @throws SessionUnavailable */
    renew(): Promise<string | undefined>;
    begin(issued: IssuedToken): void;
    /** Signs out here and in all tabs. @throws SessionUnavailable when the server does not answer: one is still signed in */
    end(): Promise<void>;
  }>;

const hint = 'meridian.session';
const expired = 'expired';

/** What the note of earlier pages says: a session that there was is asked for, one that has ended is not. */
function remembered(note: string | null): SessionState {
  if (note === null) return { status: 'signedOut' };
  return note === expired ? { status: 'signedOut', hasExpired: true } : { status: 'unknown' };
}

/** A token this close to its end could die on the way. */
const marginInMs = 20_000;

type RefreshAnswer = Readonly<{ data?: Readonly<Record<string, Partial<IssuedToken> | null>> | null }>;

const issuedIn = ({ data }: RefreshAnswer): IssuedToken | undefined => {
  const answer = Object.values(data ?? {})[0];
  const { accessToken, accessTokenExpiresAt } = answer ?? {};
  return accessToken && accessTokenExpiresAt ? { accessToken, accessTokenExpiresAt } : undefined;
};

const unavailable = () => new SessionUnavailable('The session cannot be reached at the moment.');

/** @returns what the server says. @throws SessionUnavailable for every refusal but the one that says that there is no session */
async function post(path: string, { fetch }: SessionSurroundings): Promise<Response> {
  const response = await fetch(path, { method: 'POST' }).catch(() => undefined);
  if (response?.ok || response?.status === 401) return response;
  throw unavailable();
}

/** The token in an answer. What stands between may answer in the server's place: without a token nothing is known. */
async function readIssued(response: Response): Promise<IssuedToken> {
  const answer = (await response.json().catch(() => null)) as RefreshAnswer | null;
  const issued = answer === null ? undefined : issuedIn(answer);
  if (issued === undefined) throw unavailable();
  return issued;
}

type Local = Readonly<{
  begin: (issued: IssuedToken) => void;
  forget: () => void;
  /** It has ended by itself. */
  expire: () => void;
  /** A session has begun in place of the one that was here, if any: nothing goes straight from one to the other. */
  giveWay: () => void;
  /** Another one each time that somebody leaves. */
  turn: () => number;
}>;

/** What this page and this browser remember of the session. */
function rememberIn(store: OwnStore<SessionState>, { storage }: SessionSurroundings): Local {
  let turn = 0;
  const leaveFor = (out: SessionState) => {
    turn += 1;
    store.set(out);
  };
  return {
    begin({ accessToken, accessTokenExpiresAt }) {
      storage.setItem(hint, '1');
      store.set({ status: 'signedIn', accessToken, expiresAt: Date.parse(accessTokenExpiresAt) });
    },
    forget() {
      storage.removeItem(hint);
      leaveFor({ status: 'signedOut' });
    },
    expire() {
      storage.setItem(hint, expired);
      leaveFor({ status: 'signedOut', hasExpired: true });
    },
    // Whoever signs in after their session has ended by itself has not signed out in between.
    giveWay() {
      const present = store.get();
      leaveFor(present.status === 'signedOut' ? present : { status: 'signedOut' });
    },
    turn: () => turn,
  };
}

/** One request for all who ask at the same time; one tab at a time, since each refresh replaces the cookie. */
function createRenewal(local: Local, surroundings: SessionSurroundings): Session['renew'] {
  const refresh = async (): Promise<string | undefined> => {
    const turn = local.turn();
    const response = await post('/auth/refresh', surroundings);
    const issued = response.status === 401 ? undefined : await readIssued(response);
    // Somebody has left meanwhile: what was answered is theirs.
    if (turn !== local.turn()) throw new SessionUnavailable('Another session has begun or this one has ended.');
    if (issued !== undefined) local.begin(issued);
    else {
      local.expire();
      surroundings.channel.postMessage('expired');
    }
    return issued?.accessToken;
  };
  let pending: Promise<string | undefined> | undefined;
  return () => {
    pending ??= surroundings.alone(refresh).finally(() => {
      pending = undefined;
    });
    return pending;
  };
}

/** Makes the session of a page. It asks nothing until somebody needs a token. */
export function createSession(surroundings: SessionSurroundings): Session {
  const { storage, channel, now } = surroundings;
  const initial = remembered(storage.getItem(hint));
  const store = createStore<SessionState>(initial);
  const local = rememberIn(store, surroundings);
  const renew = createRenewal(local, surroundings);
  channel.addEventListener('message', ({ data }) => {
    if (data === 'ended') local.forget();
    if (data === 'expired') local.expire();
    if (data !== 'begun') return;
    local.giveWay();
    store.set({ status: 'unknown' });
  });
  return {
    ...store,
    renew,
    async accessToken() {
      const state = store.get();
      if (state.status === 'signedOut') return undefined;
      const isAlive = state.status === 'signedIn' && state.expiresAt - marginInMs > now();
      return isAlive ? state.accessToken : renew();
    },
    begin(issued) {
      local.giveWay();
      local.begin(issued);
      channel.postMessage('begun');
    },
    async end() {
      await post('/auth/sign-out', surroundings);
      local.forget();
      channel.postMessage('ended');
    },
  };
}

/** The session on a real browser. */
export const createBrowserSession = (): Session =>
  createSession({
    fetch: (...request) => fetch(...request),
    storage: localStorage,
    alone: (work) => navigator.locks.request('meridian.session', work),
    channel: new BroadcastChannel('meridian.session'),
    now: () => Date.now(),
  });
