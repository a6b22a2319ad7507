import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScript, packed } from './vite-plugins';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Libraries that change seldom get files of their own, so that a new version of ours leaves them in the reader's cache.
 * Mantine is not among them: one file would make the first page carry what only the call uses.
 */
const vendors: Record<string, RegExp> = {
  react: /node_modules\/(react|react-dom|scheduler)\//,
  router: /node_modules\/(react-router|@tanstack)\//,
  intl: /node_modules\/(react-intl|intl-messageformat|@formatjs)\//,
};

export default defineConfig({
  root: at('.'),
  plugins: [
    react(),
    packed(),
    firstScript({
      bytes: 200_000,
      pages: [/src\/home\/page\.tsx$/, /catalogues\/vi\.json$/],
      never: /node_modules\/(?:zod|mediasoup-client|socket\.io-client)\//,
    }),
  ],
  resolve: {
    alias: [
      { find: '@okaeri/contracts', replacement: at('../../libs/contracts/src/index.ts') },
      { find: '@okaeri/call', replacement: at('../../libs/call/src/index.ts') },
    ],
  },
  build: {
    outDir: process.env['OKAERI_WEB_OUT'] ?? at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: Object.entries(vendors).map(([name, test]) => ({ name, test })),
        },
      },
    },
  },
  server: {
    strictPort: false,
    proxy: proxyTo(process.env['OKAERI_SERVER']),
  },
});

/** For contributors: pages from Vite, everything else from a running server, under the reader's own host name. */
function proxyTo(server: string | undefined) {
  if (!server) return undefined;
  return {
    '/api': { target: server },
    '/socket': { target: server, ws: true },
  };
}
