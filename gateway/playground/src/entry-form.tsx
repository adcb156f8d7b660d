import { type FormEvent, useState } from 'react';
import { type Entered, signIn, signUp } from './enter.ts';
import { type Session, sessionOf } from './session.ts';

/** How somebody comes in: with an account, with a new one, or with a token from elsewhere. */
type Way = 'signIn' | 'signUp' | 'token';

const words: Readonly<Record<Way, string>> = { signIn: 'Sign in', signUp: 'Sign up', token: 'Use a token' };

type FieldProps = Readonly<{ name: string; label: string; type?: string; autoComplete: string }>;

const Field = ({ label, ...input }: FieldProps) => <input {...input} placeholder={label} aria-label={label} required />;

/** What each way asks for. */
const fields: Readonly<Record<Way, readonly FieldProps[]>> = {
  signIn: [
    { name: 'email', label: 'Address', type: 'email', autoComplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
  ],
  signUp: [
    { name: 'displayName', label: 'Name', autoComplete: 'nickname' },
    { name: 'email', label: 'Address', type: 'email', autoComplete: 'username' },
    { name: 'password', label: 'Password', type: 'password', autoComplete: 'new-password' },
  ],
  token: [{ name: 'token', label: 'Access token', autoComplete: 'off' }],
};

async function enter(way: Way, form: FormData): Promise<Entered> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const credentials = { email: text('email'), password: String(form.get('password') ?? '') };
  if (way === 'signIn') return signIn(credentials);
  if (way === 'signUp') return signUp({ ...credentials, displayName: text('displayName') });
  return { ok: true, session: sessionOf(text('token')) };
}

/** Signs in, opens a traveler's account, or takes a token as it is. */
export function EntryForm({ onSession }: Readonly<{ onSession: (session: Session) => void }>) {
  const [way, setWay] = useState<Way>('signIn');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsBusy(true);
    const entered = await enter(way, new FormData(event.currentTarget));
    setIsBusy(false);
    if (entered.ok) onSession(entered.session);
    else setProblem(entered.message);
  };
  return (
    <form onSubmit={submit}>
      <select value={way} aria-label="How to come in" onChange={(event) => setWay(event.target.value as Way)}>
        {Object.entries(words).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {fields[way].map((field) => (
        <Field key={field.name} {...field} />
      ))}
      <button type="submit" disabled={isBusy}>
        {words[way]}
      </button>
      {problem ? <span role="alert">{problem}</span> : null}
    </form>
  );
}
