import { gunzipSync } from 'node:zlib';
import product from '../../definitions.json';

/*
 * What FHIR R4 and the International Patient Summary say, as `npm run fhir` (infra/fhir) makes it of what HL7 publishes.
 * It is unpacked once in a process, when it is first asked for.
 */

/** One member of a type, at any depth: `contact.name` of a patient. */
export interface Member {
  name: string;
  path: string;
  min: number;
  /** -1: any number. */
  max: number;
  types: readonly string[];
  /** `value[x]`: it is written as `valueString`, `valueQuantity` and so on. */
  choice: boolean;
  /** By the url of the list. */
  list: string | null;
  /** Where in the same type its own members are told. */
  like: string | null;
}

/** What a profile asks at one place. */
export interface Constraint {
  id: string;
  min: number;
  max: number;
  fixed?: unknown;
  pattern?: unknown;
  by?: readonly (readonly [kind: string, path: string])[];
  closed?: boolean;
  types?: readonly (readonly [code: string, profiles: readonly string[], targets: readonly string[]])[];
  list?: string;
}

type Packed = readonly [
  path: string,
  min: number,
  max: number,
  types: readonly string[],
  list: string | 0,
  like: string | 0,
];
interface Product {
  types: Record<string, readonly Packed[]>;
  profiles: Record<string, { type: string; elements: readonly Constraint[] }>;
  lists: Record<string, Record<string, readonly string[]>>;
}

export interface Definitions {
  /** The members by the path of what they are members of; of the type itself by ''. */
  members(type: string): ReadonlyMap<string, readonly Member[]> | null;
  profile(url: string): Product['profiles'][string] | null;
  profiles(): readonly string[];
  inList(url: string, code: string, system?: string): boolean;
  isResource(type: string): boolean;
}

let known: Definitions | null = null;

export function definitions(): Definitions {
  return (known ??= unpacked(product.packed));
}

function unpacked(packed: string): Definitions {
  const { types, profiles, lists } = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as Product;
  const resources = new Set(
    Object.keys(types).filter(
      (type) => !abstract.has(type) && (types[type] ?? []).some(([path]) => path === 'implicitRules'),
    ),
  );
  const members = new Map<string, ReadonlyMap<string, readonly Member[]>>();
  const sets = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const listed = (url: string) => {
    const found = sets.get(url);
    if (found) return found;
    const made = new Map(Object.entries(lists[url] ?? {}).map(([system, codes]) => [system, new Set(codes)]));
    sets.set(url, made);
    return made;
  };
  return {
    members(type) {
      const told = Object.hasOwn(types, type) ? types[type] : undefined;
      if (!told) return null;
      const found = members.get(type) ?? byParent(told);
      members.set(type, found);
      return found;
    },
    profile: (url) => (Object.hasOwn(profiles, url) ? (profiles[url] ?? null) : null),
    profiles: () => Object.keys(profiles),
    inList: (url, code, system) =>
      system === undefined ? inAny(listed(url), code) : (listed(url).get(system)?.has(code) ?? false),
    isResource: (type) => resources.has(type),
  };
}

function inAny(systems: ReadonlyMap<string, ReadonlySet<string>>, code: string): boolean {
  for (const codes of systems.values()) if (codes.has(code)) return true;
  return false;
}

const abstract = new Set(['Resource', 'DomainResource']);

function byParent(told: readonly Packed[]): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const [path, min, max, types, list, like] of told) {
    const cut = path.lastIndexOf('.');
    const parent = cut < 0 ? '' : path.slice(0, cut);
    const last = path.slice(cut + 1);
    const choice = last.endsWith('[x]');
    const name = choice ? last.slice(0, -3) : last;
    const member: Member = { name, path, min, max, types, choice, list: list || null, like: like || null };
    const siblings = found.get(parent);
    if (siblings) siblings.push(member);
    else found.set(parent, [member]);
  }
  return found;
}
