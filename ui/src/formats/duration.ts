const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/;

/** ISO 8601 → minutes; what it cannot read is 0. */
export function durationInMinutes(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = pattern.exec(duration) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** `PT13H5M` → `13 h 5 min`. */
export const formatDuration = (duration: string): string => formatMinutes(durationInMinutes(duration));

/** 785 → `13 h 5 min`. */
export function formatMinutes(all: number): string {
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  return [hours > 0 ? `${hours} h` : '', minutes > 0 || hours === 0 ? `${minutes} min` : ''].filter(Boolean).join(' ');
}
