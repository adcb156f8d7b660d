import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';

/** One figure with its name. */
export const Figure = ({ label, value }: Readonly<{ label: string; value: string }>) => (
  <Paper variant="outlined" sx={{ p: 2 }}>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {label}
    </Typography>
    <Typography sx={{ fontSize: '1.6rem', fontWeight: 750, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
  </Paper>
);
