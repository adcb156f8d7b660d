import { Field } from '@meridian/ui/forms/field.tsx';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import OutlinedInput from '@mui/material/OutlinedInput';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useId, useState } from 'react';
import type { PlaceChoiceFragment } from '../../generated/features/places/places.ts';
import { PlaceList } from './place-list.tsx';
import { useNamedPlace } from './use-named-place.ts';
import { usePlaces } from './use-places.ts';

type PlaceFieldProps = Readonly<{
  label: string;
  /** The id of the place that is chosen. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  error?: string | undefined;
}>;

/** How much of what is typed or pasted is kept. */
const longestText = 80;

/** What a field does with places: it finds them by what is typed, and tells which one is chosen. */
function usePlaceChoice({ value, onChange }: PlaceFieldProps) {
  const [text, setText] = useState('');
  const named = useNamedPlace(value);
  const isNamed = text === named?.label;
  const { places, isLoading } = usePlaces(text, { skip: isNamed });
  const choice = useAutocomplete<PlaceChoiceFragment>({
    id: useId(),
    componentName: 'PlaceField',
    autoHighlight: true,
    // Going on by Tab takes the place that is highlighted, as Enter does.
    autoSelect: true,
    options: named && (isNamed || text === '') ? [named] : places,
    value: named ?? null,
    filterOptions: (all) => all,
    getOptionLabel: (place) => place.label,
    getOptionKey: (place) => place.id,
    isOptionEqualToValue: (option, chosen) => option.id === chosen.id,
    onInputChange: (_event, next) => setText(next.slice(0, longestText)),
    onChange: (_event, place, reason) => {
      // What stands there while the answer is on its way is about fewer letters than were typed.
      if (reason !== 'blur' || !isLoading) onChange(place?.id);
    },
  });
  const hint = text.trim() === '' ? 'Type a city, an airport or its code' : isLoading ? 'Searching …' : 'No such place';
  return { choice, hint };
}

/** A field in which a place is found by the first letters of its name or by its code. */
export function PlaceField(props: PlaceFieldProps) {
  const { label, error } = props;
  const { choice, hint } = usePlaceChoice(props);
  const { ref, ...inputProps } = choice.getInputProps();
  return (
    <Box {...choice.getRootProps()} sx={{ position: 'relative' }}>
      <Field label={label} error={error} id={choice.id} isRequired>
        {(input) => (
          <OutlinedInput
            {...input}
            ref={choice.setAnchorEl}
            inputRef={ref}
            inputProps={inputProps}
            endAdornment={
              choice.dirty && (
                <ButtonBase {...choice.getClearProps()} aria-label={`Clear ${label}`} sx={{ px: 1, borderRadius: 1 }}>
                  ×
                </ButtonBase>
              )
            }
          />
        )}
      </Field>
      {choice.popupOpen && <PlaceList choice={choice} hint={hint} />}
    </Box>
  );
}
