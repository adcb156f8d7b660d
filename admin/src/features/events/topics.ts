/** The topics of the log. */
export const topics = [
  'users',
  'listings',
  'bookings',
  'payments',
  'reviews',
  'tracking',
  'deals.normalized',
  'deals.scored',
  'deals.tagged',
  'deal.events',
  'watches',
  'admin.commands',
] as const;

/** Operators know them by their names. */
export const topicLabels = Object.fromEntries(topics.map((topic) => [topic, topic]));
