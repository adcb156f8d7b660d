import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { useTheme } from '@mui/material/styles';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { PriceSeriesFragment } from '../../generated/features/listing/price-history.ts';

type Series = PriceSeriesFragment['series'];

const pointsOf = (series: Series) =>
  series.map(({ date, typical, lowest, highest }) => ({
    date,
    typical: Number(typical.amount),
    range: [Number(lowest.amount), Number(highest.amount)] as const,
  }));

const inWords = (series: Series): string => {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return 'No prices are known yet.';
  return `Typical price from ${formatDay(first.date)} (${formatMoney(first.typical)}) to ${formatDay(last.date)} (${formatMoney(last.typical)}).`;
};

/** Prices of comparable listings, day by day. The sentence says the same to those who do not see it. */
export function PriceChart({ series, height }: Readonly<{ series: Series; height: number }>) {
  // The theme's colours as the browser follows them, in both schemes.
  const { palette } = useTheme().vars ?? {};
  const currency = series[0]?.typical.currency ?? 'USD';
  const money = (amount: unknown) => formatMoney({ amount: String(amount), currency }, { isShort: true });
  const line = palette?.primary.main ?? 'currentColor';
  return (
    <figure role="img" aria-label={inWords(series)} style={{ margin: 0 }}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart
          data={pointsOf(series)}
          margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} strokeOpacity={0.25} />
          <XAxis
            dataKey="date"
            tickFormatter={(day: string) => formatDay(day)}
            minTickGap={48}
            stroke="currentColor"
            fontSize={12}
          />
          <YAxis tickFormatter={money} width={64} stroke="currentColor" fontSize={12} domain={['auto', 'auto']} />
          <Tooltip
            labelFormatter={(day) => formatDay(String(day))}
            formatter={(amount) => (Array.isArray(amount) ? amount.map(money).join(' – ') : money(amount))}
            contentStyle={{
              color: palette?.text.primary,
              backgroundColor: palette?.background.paper,
              borderColor: palette?.divider,
            }}
          />
          <Area
            dataKey="range"
            name="Lowest to highest"
            stroke="none"
            fill={line}
            fillOpacity={0.16}
            isAnimationActive={false}
          />
          <Line dataKey="typical" name="Typical" stroke={line} strokeWidth={2} dot={false} isAnimationActive={false} />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
