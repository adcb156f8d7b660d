import { formatMoney } from '@meridian/ui/formats/money';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import type { PriceRangeFragment } from '../../generated/features/search/facets.ts';
import { usePause } from './use-pause.ts';

/** A key that is pressed again within this time is part of the same change. */
const pauseInMs = 400;

type PriceLimitProps = Readonly<{
  range: PriceRangeFragment | null;
  /** A decimal text in the currency of the range; none for no limit. */
  value: string | undefined;
  onChange: (limit: string | undefined) => void;
}>;

/** The most that a result may cost. It asks when the handle is let go or the keys rest, not at each step. */
export function PriceLimit({ range, value, onChange }: PriceLimitProps) {
  const label = useId();
  const lowest = Math.floor(Number(range?.min.amount ?? 0));
  const highest = Math.max(Math.ceil(Number(range?.max.amount ?? 0)), Number(value ?? 0), lowest + 1);
  const [limit, setLimit] = useState(Number(value ?? highest));
  useEffect(() => setLimit(Number(value ?? highest)), [value, highest]);
  const afterPause = usePause(pauseInMs);
  if (range === null) return null;
  const shown = formatMoney({ amount: String(limit), currency: range.max.currency }, { isShort: true });
  return (
    <Box sx={{ pr: 1.5 }}>
      <Typography id={label} sx={{ fontWeight: 650 }}>
        Price up to {shown}
      </Typography>
      <Slider
        aria-labelledby={label}
        value={Math.min(limit, highest)}
        min={lowest}
        max={highest}
        getAriaValueText={(amount) => formatMoney({ amount: String(amount), currency: range.max.currency })}
        onChange={(_event, next) => setLimit(next as number)}
        onChangeCommitted={(_event, next) => afterPause(() => onChange(next === highest ? undefined : String(next)))}
      />
    </Box>
  );
}
