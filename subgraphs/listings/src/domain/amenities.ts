/** Whether pets are welcome, as far as the names of amenities tell. */
export const welcomesPets = (amenities: readonly string[]): boolean =>
  amenities.some((name) => /\bpets?\b/i.test(name) && !/\bno pets?\b/i.test(name));
