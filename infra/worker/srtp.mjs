import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../setup/command.mjs';

/*
 * Debian links libsrtp to NSS, which costs the media worker half its speed. The same source on OpenSSL does not, and
 * ten seconds build it. It comes through apt with its signatures checked, from a private list beside the machine's own.
 */

/** Stanzas of this release from the deb822 file, asking for sources. Other vendors' suites have other names and fall out. */
export function sourceStanzas(text, codename) {
  return text
    .split(/\n\s*\n/)
    .map((stanza) => stanza.replace(/^#.*\n?/gm, '').trim())
    .filter((stanza) => {
      const suites = /^Suites:(.*)$/m.exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
      return /^Types:.*\bdeb\b/m.test(stanza) && suites.some((suite) => ofRelease(suite, codename));
    })
    .map((stanza) => stanza.replace(/^Types:.*$/m, 'Types: deb-src'))
    .join('\n\n');
}

/** The same for one-line entries. */
export function sourceLines(text, codename) {
  return text
    .split('\n')
    .map((line) => /^\s*deb\s+(\[[^\]]*\]\s+)?(\S+)\s+(\S+)(.*)$/.exec(line))
    .filter((found) => found && ofRelease(found[3], codename))
    .map((found) => `deb-src ${found[1] ?? ''}${found[2]} ${found[3]}${found[4]}`)
    .join('\n');
}

const ofRelease = (suite, codename) =>
  suite === codename || suite.startsWith(`${codename}-`) || /^stable(-|$)/.test(suite);

function writePrivateLists(folder) {
  const codename = /^VERSION_CODENAME="?([^"\n]*)"?$/m.exec(fs.readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  const own = '/etc/apt/sources.list.d';
  const files = [
    '/etc/apt/sources.list',
    ...(fs.existsSync(own) ? fs.readdirSync(own).map((name) => path.join(own, name)) : []),
  ];
  let written = 0;
  for (const file of files.filter((name) => fs.existsSync(name) && /\.(list|sources)$/.test(name))) {
    const text = fs.readFileSync(file, 'utf8');
    const derived = file.endsWith('.list') ? sourceLines(text, codename) : sourceStanzas(text, codename);
    if (derived) {
      fs.writeFileSync(path.join(folder, path.basename(file)), `${derived}\n`);
      written += 1;
    }
  }
  return written;
}

/** Builds libsrtp 2 on OpenSSL under `scratch`. Answers with its pkg-config folder, or with the reason why it could not. */
export async function buildSrtp(scratch, { flags, say, onLine, jobs }) {
  const at = (...parts) => path.join(scratch, 'srtp', ...parts);
  for (const folder of ['parts', 'lists/partial', 'archives/partial', 'source']) {
    fs.mkdirSync(at(folder), { recursive: true });
  }
  try {
    if (writePrivateLists(at('parts')) === 0) {
      return { reason: 'no package source of this release is configured' };
    }
    const options = [
      'Dir::Etc::SourceList=/dev/null',
      `Dir::Etc::SourceParts=${at('parts')}`,
      `Dir::State::Lists=${at('lists')}`,
      `Dir::Cache::Archives=${at('archives')}`,
      'Dir::Cache::pkgcache=',
      'Dir::Cache::srcpkgcache=',
      // The folder may lie in a home that apt's own user cannot enter.
      'APT::Sandbox::User=root',
      'Acquire::Retries=2',
      'Acquire::http::Timeout=15',
      'Acquire::https::Timeout=15',
    ].flatMap((option) => ['-o', option]);
    const env = { LC_ALL: 'C' };
    say('fetching the source of libsrtp');
    await run('apt-get', [...options, '-q', 'update'], { env, onLine, limitMs: 120_000 });
    await run('apt-get', [...options, '-q', 'source', 'libsrtp2'], {
      cwd: at('source'),
      env,
      onLine,
      limitMs: 120_000,
    });
    const unpacked = fs.readdirSync(at('source'), { withFileTypes: true }).find((entry) => entry.isDirectory());
    if (!unpacked) {
      return { reason: 'its source package could not be unpacked' };
    }
    say('compiling libsrtp on OpenSSL');
    const cwd = at('source', unpacked.name);
    const prefix = at('installed');
    await run('./configure', [`--prefix=${prefix}`, ...flags], { cwd, onLine });
    await run('make', [`-j${jobs}`, 'libsrtp2.a'], { cwd, onLine });
    await run('make', ['install'], { cwd, onLine });
    return { pkgConfig: path.join(prefix, 'lib', 'pkgconfig') };
  } catch (error) {
    return { reason: error.message.split('\n')[0] };
  }
}
