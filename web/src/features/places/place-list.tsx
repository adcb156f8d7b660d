import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { UseAutocompleteReturnValue } from '@mui/material/useAutocomplete';
import type { PlaceChoiceFragment } from '../../generated/features/places/places.ts';

type PlaceListProps = Readonly<{
  choice: UseAutocompleteReturnValue<PlaceChoiceFragment, false, false, false>;
  /** Shown while there is none. */
  hint: string;
}>;

const belowField = {
  position: 'absolute',
  top: 'calc(100% + 4px)',
  left: 0,
  minWidth: '100%',
  zIndex: 'modal',
} as const;

const optionStyle = {
  px: 2,
  py: 1,
  minHeight: 44,
  cursor: 'pointer',
  '&.Mui-focused': { bgcolor: 'action.hover' },
  '&[aria-selected="true"]': { fontWeight: 650 },
} as const;

/** The places that a field offers, below it. The hook puts `Mui-focused` on the one that Enter would choose. */
export const PlaceList = ({ choice, hint }: PlaceListProps) =>
  choice.groupedOptions.length === 0 ? (
    <Paper role="status" elevation={8} sx={{ ...belowField, px: 2, py: 1.5, color: 'text.secondary' }}>
      {hint}
    </Paper>
  ) : (
    <Paper
      elevation={8}
      component="ul"
      {...choice.getListboxProps()}
      sx={{ ...belowField, listStyle: 'none', m: 0, px: 0, py: 1, maxHeight: '40vh', overflow: 'auto' }}
    >
      {(choice.groupedOptions as PlaceChoiceFragment[]).map((option, index) => {
        const { key, ...props } = choice.getOptionProps({ option, index });
        return (
          <Box component="li" key={key} {...props} sx={optionStyle}>
            {option.label}
          </Box>
        );
      })}
    </Paper>
  );
