import type { EndpointName } from './endpoints.ts';
import { signOut } from './enter.ts';
import { EntryForm } from './entry-form.tsx';
import type { Session } from './session.ts';

type BarProps = Readonly<{
  endpoint: EndpointName;
  session: Session | undefined;
  onEndpoint: (endpoint: EndpointName) => void;
  onSession: (session: Session | undefined) => void;
}>;

/** Chooses the door, and lets people in at the second one. */
export function Bar({ endpoint, session, onEndpoint, onSession }: BarProps) {
  const leave = async () => {
    await signOut();
    onSession(undefined);
  };
  return (
    <header className="bar">
      <a href="/">Meridian</a>
      <label>
        Schema{' '}
        <select value={endpoint} onChange={(event) => onEndpoint(event.target.value as EndpointName)}>
          <option value="public">Public contract</option>
          <option value="signedIn">Whole graph, signed in</option>
        </select>
      </label>
      {endpoint === 'signedIn' && !session ? <EntryForm onSession={onSession} /> : null}
      {endpoint === 'signedIn' && session ? (
        <button type="button" onClick={() => void leave()}>
          Sign out
        </button>
      ) : null}
    </header>
  );
}
