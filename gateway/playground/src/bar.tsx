import { type FormEvent, useState } from 'react';
import type { EndpointName } from './endpoints.ts';
import { signIn } from './sign-in.ts';

type BarProps = Readonly<{
  endpoint: EndpointName;
  accessToken: string | undefined;
  onEndpoint: (endpoint: EndpointName) => void;
  onAccessToken: (accessToken: string | undefined) => void;
}>;

/** Signs in with address and password, or takes a token as it is. */
function SignInForm({ onAccessToken }: Pick<BarProps, 'onAccessToken'>) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const pasted = String(form.get('token') ?? '').trim();
    if (pasted) return onAccessToken(pasted);
    setIsBusy(true);
    const answer = await signIn(String(form.get('email')), String(form.get('password')));
    setIsBusy(false);
    if (answer.ok) onAccessToken(answer.accessToken);
    else setProblem(answer.message);
  };
  return (
    <form onSubmit={submit}>
      <input name="email" type="email" placeholder="Address" aria-label="Address" autoComplete="username" />
      <input
        name="password"
        type="password"
        placeholder="Password"
        aria-label="Password"
        autoComplete="current-password"
      />
      <span>or</span>
      <input name="token" placeholder="Access token" aria-label="Access token" autoComplete="off" />
      <button type="submit" disabled={isBusy}>
        Sign in
      </button>
      {problem ? <span role="alert">{problem}</span> : null}
    </form>
  );
}

/** Chooses the door. The first party's schema is told to signed-in admins only. */
export function Bar({ endpoint, accessToken, onEndpoint, onAccessToken }: BarProps) {
  return (
    <header className="bar">
      <a href="/">Meridian</a>
      <label>
        Schema{' '}
        <select value={endpoint} onChange={(event) => onEndpoint(event.target.value as EndpointName)}>
          <option value="public">Public contract</option>
          <option value="firstParty">First party, for admins</option>
        </select>
      </label>
      {endpoint === 'firstParty' && !accessToken ? <SignInForm onAccessToken={onAccessToken} /> : null}
      {endpoint === 'firstParty' && accessToken ? (
        <button type="button" onClick={() => onAccessToken(undefined)}>
          Forget the token
        </button>
      ) : null}
    </header>
  );
}
