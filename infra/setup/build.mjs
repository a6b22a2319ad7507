import { main } from './entry.mjs';
import { setUp } from './setup.mjs';

/* npm run build: packages from the lock and the build, without the media worker. */
await main(async () => {
  await setUp({ forWhat: 'build' });
});
