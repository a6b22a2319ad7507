import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { effects, firstScript, packed, words } from './vite-plugins';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Few files, for each costs a weak link a round trip: one with the libraries that change seldom and stay in the reader's
 * cache, one with what all our pages share. Mantine is in neither: the first page would carry what only the call uses.
 */
const groups = [
  {
    name: 'libraries',
    test: /node_modules\/(?:react|react-dom|scheduler|react-router|@tanstack|react-intl|intl-messageformat|@formatjs)\//,
  },
  // What only one or two pages use comes with them, however near it lies to what all use.
  { name: 'shared', test: /apps\/web\/src\/(?:api|app|locale|parts|shell|theme)\//, minShareCount: 3 },
];

export default defineConfig({
  root: at('.'),
  plugins: [
    react(),
    words(at('../../libs/words/catalogues')),
    effects(at('../../node_modules')),
    packed(),
    firstScript({
      bytes: 200_000,
      pages: [/src\/home\/page\.tsx$/, /virtual:words\/vi$/],
      words: at('../../libs/words/catalogues'),
      never: /node_modules\/(?:zod|mediasoup-client|socket\.io-client|@cornerstonejs|dicom-parser)\//,
    }),
  ],
  resolve: {
    alias: [
      { find: '@okaeri/contracts', replacement: at('../../libs/contracts/src/index.ts') },
      { find: '@okaeri/call', replacement: at('../../libs/call/src/index.ts') },
    ],
  },
  // Those that read pictures share their decoders.
  worker: { format: 'es' },
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
          groups,
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
