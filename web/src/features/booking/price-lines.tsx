import { formatMoney, type MoneyValue } from '@meridian/ui/formats/money';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

type Line = Readonly<{ label: string; amount: MoneyValue }>;

const Row = ({ label, amount, isTotal = false }: Line & Readonly<{ isTotal?: boolean }>) => (
  <Stack
    direction="row"
    sx={{
      justifyContent: 'space-between',
      gap: 2,
      ...(isTotal && { borderTop: 1, borderColor: 'divider', mt: 1, pt: 1 }),
    }}
  >
    <Typography component="dt" sx={{ fontWeight: isTotal ? 750 : 400 }}>
      {label}
    </Typography>
    <Typography component="dd" sx={{ m: 0, fontWeight: isTotal ? 750 : 400, fontVariantNumeric: 'tabular-nums' }}>
      {formatMoney(amount)}
    </Typography>
  </Stack>
);

type PriceLinesProps = Readonly<{ lines: readonly Line[]; total: MoneyValue; totalLabel?: string }>;

/** What a total consists of, to the last fee. */
export const PriceLines = ({ lines, total, totalLabel = 'Total' }: PriceLinesProps) => (
  <Box component="dl" sx={{ m: 0 }}>
    {lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity, and never change their order
      <Row key={index} {...line} />
    ))}
    <Row label={totalLabel} amount={total} isTotal />
  </Box>
);
