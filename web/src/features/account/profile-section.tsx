import { useMutation } from '@apollo/client/react';
import { ChangeForm } from '@meridian/ui/forms/change-form.tsx';
import { textOf } from '@meridian/ui/forms/form-values';
import Grid from '@mui/material/Grid';
import TextField from '@mui/material/TextField';
import { type AccountDetailsFragment, UpdateProfileDocument } from '../../generated/features/account/account.ts';

type Profile = AccountDetailsFragment['profile'];

type Field = Readonly<{
  name: 'displayName' | 'homeAirport' | 'countryCode' | 'currency' | 'locale';
  label: string;
  help: string;
  longest: number;
  autoComplete: string;
  isRequired?: boolean;
}>;

const fields: readonly Field[] = [
  {
    name: 'displayName',
    label: 'Your name',
    help: 'What we call you.',
    longest: 60,
    autoComplete: 'name',
    isRequired: true,
  },
  {
    name: 'homeAirport',
    label: 'Home airport',
    help: 'Its three letters, as in LIS.',
    longest: 3,
    autoComplete: 'off',
  },
  { name: 'countryCode', label: 'Country', help: 'Its two letters, as in PT.', longest: 2, autoComplete: 'country' },
  {
    name: 'currency',
    label: 'Currency',
    help: 'Its three letters, as in EUR.',
    longest: 3,
    autoComplete: 'off',
    isRequired: true,
  },
  {
    name: 'locale',
    label: 'Language and region',
    help: 'As in pt-PT.',
    longest: 35,
    autoComplete: 'off',
    isRequired: true,
  },
];

const names = fields.map(({ name }) => name);

/** A code, whichever case it was typed in; nothing where none was. */
const codeOf = (form: FormData, name: string): string | null => textOf(form, name).toUpperCase() || null;

const inputOf = (form: FormData) => ({
  displayName: textOf(form, 'displayName'),
  homeAirport: codeOf(form, 'homeAirport'),
  countryCode: codeOf(form, 'countryCode'),
  currency: codeOf(form, 'currency'),
  locale: textOf(form, 'locale'),
});

/** What others see of the traveler, and what searches and prices begin from. */
export function ProfileSection({ profile }: Readonly<{ profile: Profile }>) {
  const [update] = useMutation(UpdateProfileDocument, { context: { identity: 'required' } });
  const change = async (form: FormData) => (await update({ variables: { input: inputOf(form) } })).data?.updateProfile;
  return (
    <ChangeForm title="Profile" change={change} names={names} doneText="Saved.">
      {(problemOf) => (
        <Grid container spacing={2}>
          {fields.map(({ name, label, help, longest, autoComplete, isRequired }) => (
            <Grid key={name} size={{ xs: 12, sm: 6 }}>
              <TextField
                name={name}
                label={label}
                defaultValue={profile[name] ?? ''}
                required={isRequired === true}
                autoComplete={autoComplete}
                fullWidth
                error={problemOf(name) !== undefined}
                helperText={problemOf(name) ?? help}
                slotProps={{ htmlInput: { maxLength: longest } }}
              />
            </Grid>
          ))}
        </Grid>
      )}
    </ChangeForm>
  );
}
