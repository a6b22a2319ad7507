import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, wherever a check is called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
