import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const packable = /\.(?:js|css|html|svg|json|wasm)$/;
/** Below this a packed file saves no packet. */
const smallest = 1400;

/** Writes `.br` and `.gz` beside each file: the server sends them as they are and never packs anything itself. */
export function packed(): Plugin {
  return {
    name: 'okaeri-packed',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => packable.test(name));
      await Promise.all(names.map((name) => pack(join(dir ?? '', name))));
    },
  };
}

async function pack(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < smallest) return;
  // Large ones are few, and packing them better would take longer than the rest of the build.
  const quality = content.length > 1_000_000 ? 5 : 10;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: quality === 10 ? 9 : 6 }));
}

interface Budget {
  /** Compressed bytes of all scripts that a patient's first page needs. */
  bytes: number;
  /** Modules whose scripts count, besides the entry. */
  pages: readonly RegExp[];
  /** What must not be among them. */
  never: RegExp;
}

/** An old phone on a weak link reads the first page within seconds only while it is small: a heavier one fails here. */
export function firstScript({ bytes, pages, never }: Budget): Plugin {
  return {
    name: 'okaeri-first-script',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const counted = new Set<string>();
      const count = (name: string): void => {
        const chunk = chunks.find((one) => one.fileName === name);
        if (!chunk || counted.has(name)) return;
        counted.add(name);
        chunk.imports.forEach(count);
      };
      for (const chunk of chunks) {
        const counts = chunk.isEntry || pages.some((page) => page.test(chunk.facadeModuleId ?? ''));
        if (counts) count(chunk.fileName);
      }
      const first = chunks.filter((one) => counted.has(one.fileName));
      const total = first.reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      const wrong = first.flatMap((chunk) => chunk.moduleIds.filter((id) => never.test(id)));
      if (wrong.length > 0) this.error(`The first page must not load ${wrong.slice(0, 3).join(', ')}.`);
      const said = `${(total / 1000).toFixed(1)} kB of ${(bytes / 1000).toFixed(0)} kB compressed`;
      if (total > bytes) this.error(`The first page's scripts are too large: ${said}.`);
      this.info(`scripts of the first page: ${said}`);
    },
  };
}

const effectFiles: Record<string, string> = {
  'rnnoise.js': '@sapphi-red/web-noise-suppressor/dist/rnnoise/workletProcessor.js',
  'rnnoise.wasm': '@sapphi-red/web-noise-suppressor/dist/rnnoise.wasm',
  'rnnoise_simd.wasm': '@sapphi-red/web-noise-suppressor/dist/rnnoise_simd.wasm',
  ...Object.fromEntries(
    [
      'selfie_segmentation.js',
      'selfie_segmentation.binarypb',
      'selfie_segmentation.tflite',
      'selfie_segmentation_landscape.tflite',
      // A browser without SIMD is too slow for it in any case.
      'selfie_segmentation_solution_simd_wasm_bin.js',
      'selfie_segmentation_solution_simd_wasm_bin.wasm',
      'selfie_segmentation_solution_simd_wasm_bin.data',
    ].map((name) => [name, `@mediapipe/selfie_segmentation/${name}`]),
  ),
};

/** What noise suppression and background blur are made of, under `/effects/` of our own origin. */
export function effects(packages: string): Plugin {
  const read = (name: string) => readFileSync(join(packages, effectFiles[name] ?? ''));
  return {
    name: 'okaeri-effects',
    generateBundle() {
      for (const name of Object.keys(effectFiles)) {
        this.emitFile({ type: 'asset', fileName: `effects/${name}`, source: read(name) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/effects', (request, response, next) => {
        const name = (request.url ?? '').slice(1);
        if (!(name in effectFiles)) return next();
        response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/wasm');
        response.end(read(name));
      });
    },
  };
}

const wordsPrefix = 'virtual:words/';

/**
 * `virtual:words/<locale>.json`: a language's catalogue with its parts as one module, so that a page fetches one file.
 * What only mails say stays with the server, and what only some pages say is `virtual:words/<part>/<locale>.json`.
 */
export function words(folder: string): Plugin {
  return {
    name: 'okaeri-words',
    resolveId: (id) => (id.startsWith(wordsPrefix) ? `\0${id.replace(/\.json$/, '')}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${wordsPrefix}`)) return undefined;
      const [locale = '', part] = id
        .slice(wordsPrefix.length + 1)
        .split('/')
        .reverse();
      const files = part
        ? [join(folder, 'parts', `${part}.${locale}.json`)]
        : [join(folder, `${locale}.json`), ...globSync(join(folder, 'parts', `*.${locale}.json`)).sort()].filter(
            (file) => !/[\\/](?:mail|chart|imaging|reading|consent|sharing)\.\w+\.json$/.test(file),
          );
      const all: Record<string, string> = {};
      for (const file of files) {
        this.addWatchFile(file);
        Object.assign(all, JSON.parse(readFileSync(file, 'utf8')));
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))});`;
    },
  };
}
