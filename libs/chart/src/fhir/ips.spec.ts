import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { definitions } from './definitions';
import { memberAt, objectsOf, resourceOf, textOf } from './json';
import type { Resource } from './json';
import { checkProfile, statedProfile } from './profile';
import { checkStructure } from './structure';
import { treeOf } from './tree';

const guide = dirname(require.resolve('hl7.fhir.uv.ips/package.json'));
const examples = readdirSync(join(guide, 'example'))
  .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  .map((name) => [name, resourceOf(JSON.parse(readFileSync(join(guide, 'example', name), 'utf8')))] as const)
  .flatMap(([name, resource]) =>
    resource && definitions().isResource(resource.resourceType) ? [[name, resource] as const] : [],
  );

const resolverOf = (bundle: Resource) => {
  const found = new Map(
    objectsOf(bundle['entry']).map((entry) => [textOf(entry['fullUrl']), resourceOf(entry['resource'])]),
  );
  return (reference: string) => {
    const whole = [...found].find(([url]) => url === reference || url?.endsWith(`/${reference}`));
    return whole?.[1] ?? null;
  };
};
const profileOf = (resource: Resource) =>
  statedProfile(resource) ??
  definitions()
    .profiles()
    .find((url) => url.endsWith(`/${resource.resourceType}-uv-ips`)) ??
  null;
function faults(resource: Resource): string[] {
  const profile = profileOf(resource);
  const found = [
    ...checkStructure(resource),
    ...(profile ? checkProfile(resource, profile, resolverOf(resource)) : []),
  ];
  return found.map(({ place, code }) => `${place} ${code}`);
}

/** What has to be there at the top of a resource: by FHIR, and by its profile. */
function required(resource: Resource): string[] {
  const base = definitions().members(resource.resourceType)?.get('') ?? [];
  const tree = treeOf(profileOf(resource) ?? '');
  const names = base.filter(({ min }) => min > 0).map(({ name }) => name);
  for (const [name, { all, slices }] of tree?.members ?? []) {
    if ((all?.asked.min ?? 0) > 0 || slices.some(({ asked }) => asked.min > 0)) names.push(name.replace('[x]', ''));
  }
  return [...new Set(names)];
}
const membersNamed = (resource: Resource, name: string) =>
  Object.keys(resource).filter((each) => new RegExp(`^_?${name}(?:[A-Z].*)?$`).test(each));

describe('the examples of the International Patient Summary', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(20));

  it.each(examples)('%s is as it should be', (_, resource) => expect(faults(resource)).toEqual([]));

  const broken = examples.flatMap(([file, resource]) =>
    required(resource)
      .filter((name) => membersNamed(resource, name).length > 0)
      .map((name) => [file, name, resource] as const),
  );
  it('have something that is required', () => expect(broken.length).toBeGreaterThan(examples.length));

  it.each(broken)('%s without %s is not', (_, name, resource) => {
    const without = { ...resource };
    for (const each of membersNamed(resource, name)) delete without[each];
    expect(faults(without).filter((fault) => fault.startsWith(`${resource.resourceType}.${name} missing`))).not.toEqual(
      [],
    );
  });

  it('of a whole document is not as it should be without one of its sections, or with another code', () => {
    const [, bundle] =
      examples.find(([, { resourceType, type }]) => resourceType === 'Bundle' && type === 'document') ?? [];
    const whole = bundle ?? { resourceType: '' };
    const change = (fn: (composition: Resource) => void) => {
      const copy = structuredClone(whole);
      fn(resourceOf(memberAt(objectsOf(copy['entry'])[0], 'resource')) ?? { resourceType: '' });
      return faults(copy);
    };
    expect(change(() => undefined)).toEqual([]);
    expect(change((each) => (each['section'] = objectsOf(each['section']).slice(1)))).not.toEqual([]);
    expect(
      change((each) => Object.assign(objectsOf(memberAt(each, 'type', 'coding'))[0] ?? {}, { code: '1-1' })),
    ).not.toEqual([]);
    expect(change((each) => delete each['status'])).not.toEqual([]);
    expect(change((each) => (each['status'] = 'finished'))).not.toEqual([]);
  });
});
