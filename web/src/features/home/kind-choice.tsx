import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';

/** What a traveler may look for. */
export const kinds = ['Flights', 'Stays', 'Cars'] as const;

export type Kind = (typeof kinds)[number];

type KindChoiceProps = Readonly<{ value: Kind; onChange: (kind: Kind) => void }>;

/** Which form is shown. */
export const KindChoice = ({ value, onChange }: KindChoiceProps) => (
  <ToggleButtonGroup
    exclusive
    color="primary"
    aria-label="What to search"
    value={value}
    // Pressing the one that is chosen answers null; one is always chosen.
    onChange={(_event, next: Kind | null) => next && onChange(next)}
    sx={{ mb: 2.5 }}
  >
    {kinds.map((kind) => (
      <ToggleButton key={kind} value={kind} sx={{ px: 2.5, minHeight: 44 }}>
        {kind}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
