import { useTheme } from '@mui/material/styles';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A bar: its name and height. */
export type BarEntry = Readonly<{ label: string; value: number }>;

type BarsProps = Readonly<{
  /** What the chart says, for those who do not see it. */
  description: string;
  entries: readonly BarEntry[];
  format: (value: number) => string;
  height: number;
}>;

/** Bars side by side. */
export function Bars({ description, entries, format, height }: BarsProps) {
  const { vars } = useTheme();
  return (
    <figure role="img" aria-label={description} style={{ margin: 0 }}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart data={[...entries]} accessibilityLayer={false} margin={{ left: 8, right: 8, top: 8, bottom: 0 }}>
          <CartesianGrid vertical={false} strokeOpacity={0.25} />
          <XAxis dataKey="label" stroke="currentColor" fontSize={12} />
          <YAxis tickFormatter={format} stroke="currentColor" fontSize={12} width={80} />
          <Tooltip formatter={(value) => format(Number(value))} contentStyle={{ color: '#1b1b1b' }} />
          <Bar dataKey="value" name="" fill={vars?.palette.primary.main ?? 'currentColor'} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
