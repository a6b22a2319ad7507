import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../setup/command.mjs';
import { inPackages, node, root } from '../setup/paths.mjs';

/*
 * npm run openapi: writes what the api says of itself, and the types of its client. `npm run check` fails where they are
 * not what the api would say now.
 */
const files = {
  document: path.join(root, 'docs/openapi.json'),
  types: path.join(root, 'apps/web/src/api/schema.d.ts'),
};

/** Both texts as they should be. */
export async function makeOpenApi() {
  const { bundle } = await import('../setup/bundle.mjs');
  const script = await bundle(path.join(root, 'apps/api/src/describe.ts'));
  const lines = [];
  const made = `${script}.json`;
  try {
    await run(node, ['--enable-source-maps', script, made], { cwd: root, onLine: (line) => lines.push(line) });
  } catch (error) {
    throw new Error(`The api could not be described.\n${lines.join('\n')}`, { cause: error });
  } finally {
    fs.rmSync(script, { force: true });
  }
  const document = JSON.parse(fs.readFileSync(made, 'utf8'));
  fs.rmSync(made);
  const { default: openapiTS, astToString } = await import(
    pathToFileURL(inPackages('openapi-typescript/dist/index.mjs')).href
  );
  const head = '/* Written by `npm run openapi` from docs/openapi.json. */\n';
  return {
    document: `${JSON.stringify(document, null, 2)}\n`,
    types: `${head}${astToString(await openapiTS(document))}`,
  };
}

/** Bodies and answers that show nobody what they look like. */
export function withoutExamples({ paths, components }) {
  const shown = (schema) => {
    const named = schema.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema;
    return 'example' in named || 'examples' in named || named.format === 'binary';
  };
  return Object.entries(paths).flatMap(([route, item]) =>
    Object.entries(item).flatMap(([method, { requestBody, responses }]) => {
      const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      const contents = [requestBody?.content, ...answers.map(([, { content }]) => content)].filter(Boolean);
      return contents
        .flatMap((content) => Object.values(content))
        .filter(({ schema }) => schema && !shown(schema))
        .map(() => `${method.toUpperCase()} ${route}: a body or an answer has no example`);
    }),
  );
}

/** Which of the written files are not what the api would say now, and what it says without an example. */
export async function checkOpenApi() {
  const made = await makeOpenApi();
  const stale = Object.entries(files)
    .filter(([name, file]) => !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== made[name])
    .map(([, file]) => path.relative(root, file));
  return [...stale, ...withoutExamples(JSON.parse(made.document))];
}

if (process.argv[1] === import.meta.filename) {
  const made = await makeOpenApi();
  for (const [name, file] of Object.entries(files)) fs.writeFileSync(file, made[name]);
  process.stdout.write(
    `${Object.values(files)
      .map((file) => path.relative(root, file))
      .join(' and ')} are written.\n`,
  );
}
