import { useMutation } from '@apollo/client/react';
import { reading, readingOf } from '@meridian/ui/formats/reading';
import { ChangeForm, type ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import { textOf } from '@meridian/ui/forms/form-values';
import { SelectField } from '@meridian/ui/forms/select-field.tsx';
import Grid from '@mui/material/Grid';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import {
  type AccountDetailsFragment,
  UpdateProfileDocument,
  type UpdateProfileMutation,
} from '../../generated/features/account/account.ts';
import { currencyChoices, localeChoices } from './profile-choices.ts';

type Profile = AccountDetailsFragment['profile'];

type TextDetail = Readonly<{
  name: 'displayName' | 'homeAirport' | 'countryCode';
  label: string;
  help: string;
  longest: number;
  autoComplete: string;
  isRequired?: boolean;
}>;

const textDetails: readonly TextDetail[] = [
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
];

const names = [...textDetails.map(({ name }) => name), 'currency', 'locale'];

/** A code, whichever case it was typed in; nothing where none was. */
const codeOf = (form: FormData, name: string): string | null => textOf(form, name).toUpperCase() || null;

const inputOf = (form: FormData) => ({
  displayName: textOf(form, 'displayName'),
  homeAirport: codeOf(form, 'homeAirport'),
  countryCode: codeOf(form, 'countryCode'),
  currency: codeOf(form, 'currency'),
  locale: textOf(form, 'locale'),
});

/** Before the page draws the answer: it draws it the new way. */
function followAnswer({ updateProfile }: UpdateProfileMutation): void {
  if (updateProfile?.__typename === 'User') reading.set(readingOf(updateProfile.profile));
}

type PartProps = Readonly<{ profile: Profile; problemOf: ProblemOf }>;

const Texts = ({ profile, problemOf }: PartProps) =>
  textDetails.map(({ name, label, help, longest, autoComplete, isRequired }) => (
    <Grid key={name} size={{ xs: 12, sm: 6 }}>
      <TextField
        name={name}
        label={label}
        size="small"
        defaultValue={profile[name] ?? ''}
        required={isRequired === true}
        autoComplete={autoComplete}
        fullWidth
        error={problemOf(name) !== undefined}
        helperText={problemOf(name) ?? help}
        slotProps={{ htmlInput: { maxLength: longest } }}
      />
    </Grid>
  ));

/** How prices, dates and times are shown. */
function Choices({ profile, problemOf, currencies }: PartProps & Readonly<{ currencies: readonly string[] }>) {
  const [currency, setCurrency] = useState(profile.currency);
  const [locale, setLocale] = useState(profile.locale);
  return (
    <>
      <Grid size={{ xs: 12, sm: 6 }}>
        <SelectField
          name="currency"
          label="Currency"
          value={currency}
          choices={currencyChoices(profile.currency, currencies)}
          note="Searches compare and filter prices in it. You pay in the currency of what you book."
          error={problemOf('currency')}
          onChange={setCurrency}
        />
      </Grid>
      <Grid size={{ xs: 12, sm: 6 }}>
        <SelectField
          name="locale"
          label="Language and region"
          value={locale}
          choices={localeChoices(profile.locale)}
          note="How amounts, dates and times are written. The pages themselves are in English."
          error={problemOf('locale')}
          onChange={setLocale}
        />
      </Grid>
    </>
  );
}

type ProfileSectionProps = Readonly<{
  profile: Profile;
  /** What prices can be compared in. */
  currencies: readonly string[];
}>;

/** What others see of the traveler, and how the traveler reads. */
export function ProfileSection({ profile, currencies }: ProfileSectionProps) {
  const [update] = useMutation(UpdateProfileDocument, {
    context: { identity: 'required' },
    update: (_cache, { data }) => data && followAnswer(data),
  });
  const change = async (form: FormData) => (await update({ variables: { input: inputOf(form) } })).data?.updateProfile;
  return (
    <ChangeForm title="Profile" change={change} names={names} doneText="Saved.">
      {(problemOf) => (
        <Grid container spacing={2}>
          <Texts profile={profile} problemOf={problemOf} />
          <Choices profile={profile} problemOf={problemOf} currencies={currencies} />
        </Grid>
      )}
    </ChangeForm>
  );
}
