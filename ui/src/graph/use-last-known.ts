import { useState } from 'react';

/**
 * What was last known of something that is asked for again and again: an answer that fails does not take away what is on the page.
 *
 * @param key of what is asked for; what was known of something else is not shown
 */
export function useLastKnown<Value>(value: Value | null | undefined, key: string): Value | undefined {
  const [known, setKnown] = useState<Readonly<{ value: Value; key: string }>>();
  const present = value ?? undefined;
  if (present !== undefined && (known?.value !== present || known.key !== key)) setKnown({ value: present, key });
  return present ?? (known?.key === key ? known.value : undefined);
}
