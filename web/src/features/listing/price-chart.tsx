import { counted } from '@meridian/ui/formats/counted';
import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { useTheme } from '@mui/material/styles';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { PriceInsightSummaryFragment } from '../../generated/features/listing/listing.ts';
import type { PriceSeriesFragment } from '../../generated/features/listing/price-history.ts';

type Series = PriceSeriesFragment['series'];

const pointsOf = (days: Series) =>
  days.map(({ date, typical, lowest, highest }) => ({
    date,
    typical: Number(typical.amount),
    range: [Number(lowest.amount), Number(highest.amount)] as const,
  }));

type PriceChartProps = Readonly<{
  days: Series;
  /** What the listing costs now. */
  current: PriceInsightSummaryFragment['current'];
  /** What the chart says, for those who do not see it. */
  description: string;
  height: number;
}>;

/** How many prices a day rests on stands beside it: of few, the range is narrow. */
const dayInWords = (days: Series, day: string): string => {
  const count = days.find(({ date }) => date === day)?.observations ?? 0;
  return `${formatDay(day)} (${counted(count, 'price')})`;
};

/** Prices of comparable listings, day by day, and the one of this listing. What is what stands in `ChartLegend`. */
export function PriceChart({ days, current, description, height }: PriceChartProps) {
  // The theme's colours as the browser follows them, in both schemes.
  const { palette } = useTheme().vars ?? {};
  const money = (amount: unknown) =>
    formatMoney({ amount: String(amount), currency: current.currency }, { isShort: true });
  const line = palette?.primary.main ?? 'currentColor';
  const axis = { stroke: 'currentColor', fontSize: 12 } as const;
  return (
    <figure role="img" aria-label={description} style={{ margin: 0 }}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart
          data={pointsOf(days)}
          margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} strokeOpacity={0.25} />
          <XAxis dataKey="date" tickFormatter={(day: string) => formatDay(day)} minTickGap={48} {...axis} />
          <YAxis tickFormatter={money} width={64} domain={['auto', 'auto']} {...axis} />
          <Tooltip
            labelFormatter={(day) => dayInWords(days, String(day))}
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
          <ReferenceLine
            y={Number(current.amount)}
            stroke="currentColor"
            strokeDasharray="6 4"
            strokeWidth={2}
            ifOverflow="extendDomain"
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
