import { useTheme } from '@mui/material/styles';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

/** A bar: its name and height. */
export type BarEntry = Readonly<{ label: string; value: number }>;

type BarsProps = Readonly<{
  /** What the chart says, for those who do not see it. */
  description: string;
  entries: readonly BarEntry[];
  /** What the bars count; it stands at their axis. */
  unit: string;
  format: (value: number) => string;
  height: number;
  /** Names lie beside their bars, so that each can be read; times stand below them. */
  isOfNames?: boolean;
}>;

const line = { stroke: 'currentColor', fontSize: 12 } as const;

type AxisProps = Pick<BarsProps, 'unit' | 'format'>;

// Recharts finds axes by their type among its own children: these are elements, not components.
const namesAside = ({ unit, format }: AxisProps) => [
  <XAxis
    key="x"
    {...line}
    type="number"
    height={50}
    tickFormatter={format}
    label={{ value: unit, position: 'insideBottom', fill: 'currentColor', fontSize: 12 }}
  />,
  <YAxis key="y" {...line} type="category" dataKey="label" width={130} interval={0} />,
];

const timesBelow = ({ unit, format }: AxisProps) => [
  <XAxis key="x" {...line} dataKey="label" />,
  <YAxis
    key="y"
    {...line}
    tickFormatter={format}
    allowDecimals={false}
    width={95}
    label={{ value: unit, angle: -90, position: 'insideLeft', fill: 'currentColor', fontSize: 12, dy: 60 }}
  />,
];

/** Bars side by side, or one below the other. */
export function Bars({ description, entries, unit, format, height, isOfNames = false }: BarsProps) {
  const { vars } = useTheme();
  return (
    <figure role="img" aria-label={`${unit}. ${description}`} style={{ margin: 0 }}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={[...entries]}
          layout={isOfNames ? 'vertical' : 'horizontal'}
          accessibilityLayer={false}
          margin={{ left: 8, right: 24, top: 8, bottom: 0 }}
        >
          <CartesianGrid vertical={isOfNames} horizontal={!isOfNames} strokeOpacity={0.25} />
          {isOfNames ? namesAside({ unit, format }) : timesBelow({ unit, format })}
          <Tooltip formatter={(value) => format(Number(value))} contentStyle={{ color: '#1b1b1b' }} />
          <Bar
            dataKey="value"
            name=""
            maxBarSize={72}
            fill={vars?.palette.primary.main ?? 'currentColor'}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
