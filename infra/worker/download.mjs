import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { run } from '../setup/command.mjs';
import { runsHere } from './cache.mjs';

const limitMs = 15_000;

/** Where mediasoup publishes its own build for this machine, from what its package says about itself. */
export function prebuiltUrl(manifest, env = process.env) {
  const repository = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
  const base = env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || `${repository}/releases/download`;
  const kernel = os.platform() === 'linux' ? `-kernel${Number.parseInt(os.release(), 10)}` : '';
  return `${base}/${manifest.version}/mediasoup-worker-${manifest.version}-${os.platform()}-${os.arch()}${kernel}.tgz`;
}

/** Fetches mediasoup's own build into `folder`. Answers with the file, or with a short reason why there is none. */
export async function downloadPrebuilt(manifest, folder) {
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) {
    return { reason: 'MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD is set' };
  }
  const archive = path.join(folder, 'prebuilt.tgz');
  try {
    // The limit covers the body as well: a network that lets the headers through and then stalls is common.
    const answer = await fetch(prebuiltUrl(manifest), { signal: AbortSignal.timeout(limitMs) });
    if (!answer.ok) {
      return { reason: `its server answered ${answer.status}` };
    }
    fs.writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
    await run('tar', ['-xzf', archive, '-C', folder, 'mediasoup-worker'], { limitMs });
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  const file = path.join(folder, 'mediasoup-worker');
  return runsHere(file) ? { file } : { reason: 'it does not run on this system' };
}

function reasonOf(error) {
  if (error.name === 'TimeoutError') {
    return `no answer within ${limitMs / 1000} s`;
  }
  return error.cause?.code ? `its server cannot be reached (${error.cause.code})` : error.message.split('\n')[0];
}
