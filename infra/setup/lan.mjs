import { randomInt, X509Certificate } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { createRequire } from 'node:module';
import { own, root, writeWhole } from './paths.mjs';

const require = createRequire(path.join(root, 'package.json'));
const days = (count) => count * 24 * 60 * 60 * 1000;

/** IPv4 addresses that other devices may reach us at, the likeliest first: bridges and tunnels of containers come last. */
export function lanAddresses(interfaces = os.networkInterfaces()) {
  const unlikely = /^(docker|br-|veth|virbr|tun|tap|utun|zt|tailscale)/;
  return Object.entries(interfaces)
    .flatMap(([name, list]) => (list ?? []).map((entry) => ({ name, ...entry })))
    .filter((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
    .sort((a, b) => Number(unlikely.test(a.name)) - Number(unlikely.test(b.name)))
    .map((entry) => entry.address);
}

/** Six digits that a person reads from the terminal and types before the stage. */
export const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** Whether a kept certificate still covers these addresses for a week. */
export function stillGood(pem, addresses, now = Date.now()) {
  try {
    const certificate = new X509Certificate(pem);
    const fresh = Date.parse(certificate.validTo) - now > days(7);
    return fresh && addresses.every((address) => certificate.checkIP(address) !== undefined);
  } catch {
    return false;
  }
}

/**
 * The certificate for this network, made once and kept: a browser that was told to trust it should not be asked again
 * at each start. A year at most, for phones refuse longer ones.
 */
export async function ensureCertificate(addresses) {
  const files = { cert: own('lan', 'cert.pem'), key: own('lan', 'key.pem') };
  if (fs.existsSync(files.cert) && fs.existsSync(files.key) && stillGood(fs.readFileSync(files.cert), addresses)) {
    return { ...files, isNew: false };
  }
  const { generate } = require('selfsigned');
  const names = ['localhost', os.hostname(), `${os.hostname()}.local`].map((value) => ({ type: 2, value }));
  const ips = ['127.0.0.1', ...addresses].map((ip) => ({ type: 7, ip }));
  const made = await generate([{ name: 'commonName', value: 'Okaeri on this network' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - days(1)),
    notAfterDate: new Date(Date.now() + days(365)),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...names, ...ips] },
    ],
  });
  writeWhole(files.key, made.private, 0o600);
  writeWhole(files.cert, made.cert);
  return { ...files, isNew: true };
}

/** The address as a QR code for a phone's camera. */
export function qrCode(text) {
  const { renderUnicodeCompact } = require('uqr');
  return renderUnicodeCompact(text, { border: 2 });
}
