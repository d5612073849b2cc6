/** Of a day in UTC, which knows no summer time. */
export const DAY_MS = 86_400_000;
