import { ApiError } from './client';

/** What is no longer shared answers like what was never there. What was read of it before does not stay on the screen. */
export const isKeptBack = (error: unknown): boolean => error instanceof ApiError && error.code === 'not_found';
