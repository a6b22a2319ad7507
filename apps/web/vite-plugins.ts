import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
  /** Where the catalogues lie: the first page says nothing whose words are not there yet. */
  words: string;
}

/** An old phone on a weak link reads the first page within seconds only while it is small: a heavier one fails here. */
export function firstScript({ bytes, pages, never, words: folder }: Budget): Plugin {
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
      const early = earlyWords(folder, first.map(({ code }) => code).join('\n'));
      if (early.length > 0) this.error(`The first page says what comes later: ${early.slice(0, 20).join(', ')}.`);
      const said = `${(total / 1000).toFixed(1)} kB of ${(bytes / 1000).toFixed(0)} kB compressed`;
      if (total > bytes) this.error(`The first page's scripts are too large: ${said}.`);
      this.info(`scripts of the first page: ${said}`);
    },
  };
}

/** Keys of words that come later and stand in this code, whole or by their beginning. */
function earlyWords(folder: string, code: string): string[] {
  const keys = wordFiles(folder, 'en', true).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object),
  );
  const whole = new Set(Array.from(code.matchAll(/['"`]([a-z][\w.]+)['"`]/gi), ([, key]) => key));
  const begun = new Set(Array.from(code.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/gi), ([, key = '']) => key));
  return keys.filter((key) => whole.has(key) || [...begun].some((beginning) => key.startsWith(beginning)));
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

/** What no page says by itself: mails, and what the server puts into sentences. */
const serverParts = /^(?:mail|chart|imaging|consent)$/;
/** What the first page and what is around every page says; all other words come with the page that says them. */
const firstParts = /^(?:door|error|message|pages|reach|told)$/;

function wordFiles(folder: string, locale: string, isLater: boolean): string[] {
  const parts = globSync(join(folder, 'parts', `*.${locale}.json`))
    .sort()
    .filter((file) => {
      const [part = ''] = basename(file).split('.');
      return !serverParts.test(part) && firstParts.test(part) !== isLater;
    });
  return isLater ? parts : [join(folder, `${locale}.json`), ...parts];
}

/**
 * `virtual:words/<locale>.json` and `virtual:words/<locale>/later.json`: the words of a language as two modules, those of the
 * first page and all others. What only the server says stays there.
 */
export function words(folder: string): Plugin {
  return {
    name: 'okaeri-words',
    resolveId: (id) => (id.startsWith(wordsPrefix) ? `\0${id.replace(/\.json$/, '')}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${wordsPrefix}`)) return undefined;
      const [locale = '', part] = id.slice(wordsPrefix.length + 1).split('/');
      const isLater = part === 'later';
      const files = wordFiles(folder, locale, isLater);
      const all: Record<string, string> = {};
      for (const file of files) {
        this.addWatchFile(file);
        Object.assign(all, JSON.parse(readFileSync(file, 'utf8')));
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))});`;
    },
  };
}
