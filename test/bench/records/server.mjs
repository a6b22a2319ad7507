import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/*
 * One server over one folder, in a process of its own so that it can be weighed: /sealed/ID goes through the vault of the
 * build, /plain/ID through the store below it.
 */
const [build, root, databaseUrl, folder] = process.argv.slice(2);
const require = createRequire(join(root, 'package.json'));
const { DiskBlobs, dataSourceOptions, platformEntities, vaultOf } = require(join(build, 'libs/platform/src/index.js'));
const { DataSource } = require('typeorm');

const source = await new DataSource(dataSourceOptions({ url: databaseUrl, entities: platformEntities })).initialize();
const plain = new DiskBlobs(join(folder, 'plain'));
const vault = vaultOf(source, { BLOB_FOLDER: join(folder, 'sealed') });
const patientId = randomUUID();

const ways = {
  sealed: {
    put: (id, data) => vault.append({ id, patientId }, 0, data, Infinity),
    seal: (id) => vault.seal(id),
    get: (id) => vault.openRead(id),
    delete: (id) => vault.remove(id),
  },
  plain: {
    put: (id, data) => plain.append(id, 0, data, Infinity),
    seal: (id) => plain.seal(id),
    get: (id) => plain.openRead(id),
    delete: (id) => plain.remove(id),
  },
};

async function answer(request, response) {
  const [, kind, id] = request.url.split('/');
  const way = ways[kind];
  if (request.method === 'GET') return pipeline(await way.get(id), response);
  if (request.method === 'PUT') {
    await way.put(id, request);
    await way.seal(id);
  } else {
    await way.delete(id);
  }
  response.writeHead(204).end();
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
