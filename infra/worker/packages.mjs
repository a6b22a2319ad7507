import { ask } from '../setup/command.mjs';
import { findProgram } from '../setup/programs.mjs';

/** What the compile needs, by Debian's names. dpkg-dev brings make, patch and the tool that unpacks libsrtp's source. */
export const compilePackages = [
  'g++',
  'dpkg-dev',
  'meson',
  'ninja-build',
  'pkg-config',
  'libssl-dev',
  'libuv1-dev',
  'libsrtp2-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
  'libabsl-dev',
];

const tools = ['g++', 'meson', 'ninja', 'pkg-config', 'flatc', 'strip'];
const libraries = [
  'openssl',
  'libuv',
  'libsrtp2',
  'flatbuffers',
  'absl_strings',
  'absl_optional',
  'absl_flat_hash_map',
];

/** The tools and libraries that are not there, asked of the machine itself, so that it is right on any distribution. */
export function missingForCompile() {
  const missing = tools.filter((tool) => !findProgram(tool));
  if (missing.includes('pkg-config')) {
    return [...missing, ...libraries];
  }
  return [...missing, ...libraries.filter((library) => ask('pkg-config', ['--exists', library]).code !== 0)];
}
