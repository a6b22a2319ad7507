/** The ways to read a record. */
export const tabs = ['brief', 'timeline', 'trends', 'all'] as const;
export type Tab = (typeof tabs)[number];
