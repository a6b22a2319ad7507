import { definitions } from './definitions';
import type { Constraint } from './definitions';
import { listOf, objectOf, resourceOf, textOf } from './json';
import type { Resource } from './json';
import { isListed } from './structure';
import type { Node } from './tree';

/** One value of a member; of a choice with the type that it is written as. */
export interface Item {
  value: unknown;
  type: string | null;
}

/** What a reference leads to, where that is known. */
export type Resolve = (reference: string) => Resource | null;

/** The values of a member, `value[x]` by whichever name it has. A primitive that only says why it is absent counts. */
export function itemsOf(value: unknown, name: string): Item[] {
  const members = objectOf(value);
  if (!members) return [];
  if (!name.endsWith('[x]')) return itemsAt(members[name], members[`_${name}`], null);
  const stem = name.slice(0, -3);
  const names = new Set(Object.keys(members).map((each) => (each.startsWith('_') ? each.slice(1) : each)));
  return [...names]
    .filter((each) => each.startsWith(stem) && /^[A-Z]/.test(each.slice(stem.length)))
    .flatMap((each) => itemsAt(members[each], members[`_${each}`], typeNamed(each.slice(stem.length))));
}

function itemsAt(given: unknown, shadow: unknown, type: string | null): Item[] {
  const values = listOf(given);
  if (values.length > 0) return values.map((value) => ({ value, type }));
  return listOf(shadow).map((value) => ({ value, type }));
}

/** `CodeableConcept` is a type; `DateTime` is written `dateTime`. */
function typeNamed(capitalised: string): string {
  const small = capitalised.charAt(0).toLowerCase() + capitalised.slice(1);
  return definitions().members(capitalised) ? capitalised : small;
}

/** Whether an item is one of a slice, by what tells the slices apart. */
export function belongs(item: Item, slice: Node, by: Constraint['by'], resolve: Resolve): boolean {
  return (by ?? []).length > 0 && (by ?? []).every(([kind, path]) => told(item, slice, kind, path, resolve));
}

function told(item: Item, slice: Node, kind: string, path: string, resolve: Resolve): boolean {
  if (kind === 'type' || kind === 'profile') return ofType(item, slice, path, resolve);
  const tokens = path === '$this' ? [] : path.split('.');
  if (tokens.includes('resolve()')) return false;
  const nodes = below(slice, tokens);
  const values = valuesAt(item.value, tokens);
  if (kind === 'exists') return nodes.every(({ asked }) => (asked.max === 0) === (values.length === 0));
  const telling = nodes.filter(says);
  return telling.length > 0 && telling.every((node) => values.some((value) => agrees(value, node)));
}

function ofType(item: Item, slice: Node, path: string, resolve: Resolve): boolean {
  const types = typesIn(slice, path);
  if (path.endsWith('resolve()')) {
    const targets = types.flatMap(([, , profiles]) => profiles.map(typeOfProfile));
    const reference = textOf(objectOf(item.value)?.['reference']);
    const meant = reference && (resolve(reference)?.resourceType ?? typeInReference(reference));
    return targets.includes(meant ?? textOf(objectOf(item.value)?.['type']) ?? '');
  }
  const own = path === 'resource' ? resourceOf(objectOf(item.value)?.['resource'])?.resourceType : item.type;
  return types.some(([code]) => code === own);
}

const typesOfSlices = new WeakMap<Node, NonNullable<Constraint['types']>>();

/** What a slice is for: of an entry, what is in it. */
export function typesIn(slice: Node, path: string): NonNullable<Constraint['types']> {
  const known = typesOfSlices.get(slice);
  if (known) return known;
  const inside = path === 'resource' ? below(slice, ['resource']) : [slice];
  const types = inside.flatMap(({ asked }) => asked.types ?? []);
  typesOfSlices.set(slice, types);
  return types;
}

const typeInReference = (reference: string) => /(?:^|\/)([A-Z][A-Za-z]+)\/[^/]+$/.exec(reference)?.[1] ?? null;
const typeOfProfile = (url: string) => definitions().profile(url)?.type ?? url.split('/').at(-1) ?? '';

function below(node: Node, tokens: readonly string[]): Node[] {
  const [name, ...rest] = tokens;
  if (name === undefined) return [node];
  const group = node.members.get(name) ?? node.members.get(`${name}[x]`);
  if (!group) return [];
  return [...(group.all ? [group.all] : []), ...group.slices].flatMap((each) => below(each, rest));
}

function valuesAt(value: unknown, tokens: readonly string[]): unknown[] {
  const [name, ...rest] = tokens;
  if (name === undefined) return [value];
  const items = itemsOf(value, name);
  const found = items.length > 0 ? items : itemsOf(value, `${name}[x]`);
  return found.flatMap((each) => valuesAt(each.value, rest));
}

/** Whether anything is asked there by which slices could be told apart. */
function says({ asked, members }: Node): boolean {
  if (asked.fixed !== undefined || asked.pattern !== undefined || asked.list !== undefined || asked.max === 0)
    return true;
  return [...members.values()].some(({ all, slices }) => (all !== null && says(all)) || slices.some(says));
}

function agrees(value: unknown, node: Node): boolean {
  const { fixed, pattern, list } = node.asked;
  if (fixed !== undefined) return equals(value, fixed);
  if (pattern !== undefined) return fits(value, pattern);
  if (list !== undefined) {
    return typeof value === 'string' ? definitions().inList(list, value) : isListed(definitions(), list, value);
  }
  return [...node.members].every(([name, { all, slices }]) => {
    const asked = [...(all ? [all] : []), ...slices].filter(says);
    const items = itemsOf(value, name);
    return asked.every((each) => items.some((item) => agrees(item.value, each)));
  });
}

export function equals(value: unknown, other: unknown): boolean {
  return fits(value, other) && fits(other, value);
}

/** Everything of the pattern is in the value, and may have more beside it. */
export function fits(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every((each) => (value as unknown[]).some((one) => fits(one, each)));
  }
  const asked = objectOf(pattern);
  if (!asked) return value === pattern;
  const given = objectOf(value);
  return given !== null && Object.entries(asked).every(([name, each]) => fits(given[name], each));
}
