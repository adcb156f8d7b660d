import { useQuery } from '@apollo/client/react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { type PlaceChoiceFragment, type PlaceKind, PlacesDocument } from '../../generated/features/places/places.ts';
import { useNamedPlace } from './use-named-place.ts';

/** Longer texts are no names of places; the graph would refuse them. */
const longestName = 80;

type PlaceFieldProps = Readonly<{
  label: string;
  /** The id of the place that is chosen. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  kinds?: PlaceKind[];
  error?: string | undefined;
}>;

/** A field in which a place is found by the first letters of its name or by its code. */
export function PlaceField({ label, value, onChange, kinds, error }: PlaceFieldProps) {
  const [text, setText] = useState('');
  const named = useNamedPlace(value);
  const search = useDeferredValue(text.trim().slice(0, longestName));
  const isAsking = search.length > 0 && search !== named?.label;
  const { data, previousData, loading } = useQuery(PlacesDocument, { variables: { search, kinds }, skip: !isAsking });
  const options = isAsking ? ((data ?? previousData)?.places ?? []) : named ? [named] : [];
  return (
    <Autocomplete<PlaceChoiceFragment>
      fullWidth
      autoHighlight
      options={options}
      value={named ?? null}
      filterOptions={(all) => all}
      getOptionLabel={(place) => place.label}
      getOptionKey={(place) => place.id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      loading={loading}
      noOptionsText={search === '' ? 'Type a city, an airport or its code' : 'No such place'}
      onInputChange={(_event, next) => setText(next.slice(0, longestName))}
      onChange={(_event, place) => onChange(place?.id)}
      renderInput={(field) => (
        <TextField {...field} label={label} error={error !== undefined} helperText={error} required />
      )}
    />
  );
}
