import { addDays, today } from '@meridian/ui/time/today';

const shownDays = 60;

/** The day behind the last night that an operator sees the price of. */
export const nightsShownUntil = (): string => addDays(today(), shownDays);
