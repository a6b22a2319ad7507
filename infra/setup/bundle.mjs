import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { own, root } from './paths.mjs';
import { isAlive } from './processes.mjs';

const require = createRequire(path.join(root, 'package.json'));

/** Sources keep their own idea of where they lie, though they run from another folder. */
const ownPlaces = {
  name: 'own-places',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      if (file.includes('node_modules') || !/\b__(dirname|filename)\b/.test(text)) {
        return undefined;
      }
      const places = { __dirname: path.dirname(file), __filename: file };
      const head = Object.entries(places).map(([name, place]) => `const ${name} = ${JSON.stringify(place)};`);
      return { contents: `${head.join(' ')} ${text}`, loader: 'ts' };
    });
    // Modules of the set-up find the clone from where they lie, so they are loaded and not copied.
    build.onResolve({ filter: /\.mjs$/ }, ({ path: wanted, resolveDir }) =>
      wanted.startsWith('.') ? { path: path.resolve(resolveDir, wanted), external: true } : undefined,
    );
  },
};

/** Bundles a TypeScript script, with our libraries in it and packages left outside. Answers with the file to run. */
export async function bundle(file) {
  const esbuild = require('esbuild');
  const name = path
    .relative(root, file)
    .replace(/[^\w.-]+/g, '_')
    .replace(/\.ts$/, '');
  clearOld();
  const outfile = own('run', `${name}.${process.pid}.cjs`);
  await esbuild.build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    packages: 'external',
    tsconfig: path.join(root, 'tsconfig.json'),
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [ownPlaces],
  });
  return outfile;
}

/** Bundles of runs that were killed. */
function clearOld() {
  for (const name of fs.existsSync(own('run')) ? fs.readdirSync(own('run')) : []) {
    const maker = /\.(\d+)\.cjs$/.exec(name);
    if (maker && !isAlive(Number(maker[1]))) {
      fs.rmSync(own('run', name), { force: true });
    }
  }
}
