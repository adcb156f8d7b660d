import { formatLongDay } from '@meridian/ui/formats/local-time';

type SoldOut = Readonly<{ date: string; remaining: number; wanted: number }>;

/** `For Monday, 21 December 2026 only 1 of the 2 that you need is left.` */
export function leftInWords({ date, remaining, wanted }: SoldOut): string {
  const day = formatLongDay(date);
  if (remaining === 0) return `Nothing is left for ${day}.`;
  return `For ${day} only ${remaining} of the ${wanted} that you need ${remaining === 1 ? 'is' : 'are'} left.`;
}
