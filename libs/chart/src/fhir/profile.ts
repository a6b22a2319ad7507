import { definitions } from './definitions';
import type { Constraint } from './definitions';
import { listOf, objectOf, resourceOf, textOf } from './json';
import type { Resource } from './json';
import { belongs, equals, fits, itemsOf, typesIn } from './slices';
import type { Item, Resolve } from './slices';
import { isListed } from './structure';
import type { Finding, FindingCode } from './structure';
import { treeOf } from './tree';
import type { Node } from './tree';

const findingsMost = 200;
/** A profile may name itself on the way down, as a bundle in a bundle. */
const deepest = 40;

/**
 * Whether a resource is as a profile asks: how many of each member and of each slice, and what is fixed. `resolve` finds
 * what a reference leads to; what it does not find is taken for what the reference says that it is.
 */
export function checkProfile(resource: Resource, url: string, resolve: Resolve = () => null): Finding[] {
  const tree = treeOf(url);
  if (!tree) throw new Error(`There is no profile ${url}`);
  const walk = new ProfileWalk(resolve);
  walk.members(resource, tree, resource.resourceType, 0);
  return walk.found;
}

class ProfileWalk {
  readonly found: Finding[] = [];

  /** With `first`, one finding is enough. */
  constructor(
    private readonly resolve: Resolve,
    private readonly first = false,
  ) {}

  members(value: unknown, node: Node, place: string, depth: number): void {
    if (depth > deepest) return;
    for (const [name, { all, slices }] of node.members) {
      if (this.first && this.found.length > 0) return;
      const items = itemsOf(value, name);
      const at = `${place}.${name.replace('[x]', '')}`;
      if (all) {
        this.#count(items.length, all, at);
        for (const item of items) this.#item(item, all, at, depth);
      }
      if (slices.length > 0) this.#sliced(items, all, slices, at, depth);
    }
  }

  #sliced(items: readonly Item[], all: Node | null, slices: readonly Node[], at: string, depth: number): void {
    const by = all?.asked.by;
    const bySlice = new Map<Node, Item[]>(slices.map((slice) => [slice, []]));
    for (const item of items) {
      const candidates = slices.filter((slice) => belongs(item, slice, by, this.resolve));
      const own = candidates.length < 2 ? candidates[0] : this.#meant(item, candidates, depth);
      if (own) bySlice.get(own)?.push(item);
      else if (all?.asked.closed && candidates.length === 0) this.#add(at, 'slice');
    }
    for (const [slice, own] of bySlice) {
      this.#count(own.length, slice, at);
      for (const item of own) this.#item(item, slice, at, depth);
    }
  }

  /** Of several slices for the same type: the one whose profile the resource says it follows, else the one that it fits. */
  #meant(item: Item, candidates: readonly Node[], depth: number): Node | undefined {
    const inside = resourceOf(objectOf(item.value)?.['resource']);
    const stated = inside && statedProfile(inside);
    const named =
      stated && candidates.find((slice) => typesIn(slice, 'resource').some(([, urls]) => urls.includes(stated)));
    return named || candidates.find((slice) => this.#quietly(item, slice, depth));
  }

  #item(item: Item, node: Node, at: string, depth: number): void {
    const { fixed, pattern, list, types } = node.asked;
    if (fixed !== undefined && !equals(item.value, fixed)) this.#add(at, 'fixed');
    if (pattern !== undefined && !fits(item.value, pattern)) this.#add(at, 'fixed');
    if (list !== undefined && !this.#listed(item.value, list)) this.#add(at, 'code');
    const profile = profileFor(item, types);
    const tree = profile && treeOf(profile);
    if (tree) this.members(item.value, tree, at, depth + 1);
    this.members(item.value, node, at, depth + 1);
  }

  #listed(value: unknown, list: string): boolean {
    if (typeof value === 'string') return definitions().inList(list, value);
    return objectOf(value) === null || isListed(definitions(), list, value);
  }

  #quietly(item: Item, slice: Node, depth: number): boolean {
    const walk = new ProfileWalk(this.resolve, true);
    walk.#item(item, slice, '', depth);
    return walk.found.length === 0 && this.#leadsWhereItShould(item, slice, depth);
  }

  /** Slices of references of one kind are told apart by what the resource is that they lead to. */
  #leadsWhereItShould({ value }: Item, slice: Node, depth: number): boolean {
    const profiles = (slice.asked.types ?? []).flatMap(([, , targets]) => targets).filter((url) => treeOf(url));
    const target = this.resolve(textOf(objectOf(value)?.['reference']) ?? '');
    if (!target || profiles.length === 0) return true;
    return profiles.some((url) => {
      const tree = treeOf(url);
      if (!tree || definitions().profile(url)?.type !== target.resourceType) return false;
      const walk = new ProfileWalk(this.resolve, true);
      walk.members(target, tree, '', depth + 1);
      return walk.found.length === 0;
    });
  }

  #count(count: number, { asked: { min, max } }: Node, at: string): void {
    if (count < min) this.#add(at, 'missing');
    if (max >= 0 && count > max) this.#add(at, 'many');
  }

  #add(place: string, code: FindingCode): void {
    if (this.found.length < findingsMost) this.found.push({ place, code });
  }
}

/** The profile of the type that the value has; `null` where several are offered, or none. */
function profileFor({ value, type }: Item, types: Constraint['types']): string | null {
  const own = resourceOf(value)?.resourceType ?? type;
  const offered = (types ?? []).filter(([code]) => !own || code === own || code === 'Resource');
  const [only] = offered;
  return offered.length === 1 && only?.[1].length === 1 && only[0] !== 'Extension' ? (only[1][0] ?? null) : null;
}

/** The first of the profiles that a resource says it follows and that we have. */
export function statedProfile(resource: Resource): string | null {
  const stated = listOf(objectOf(resource['meta'])?.['profile']);
  const known = definitions();
  for (const each of stated) {
    const url = typeof each === 'string' ? (each.split('|')[0] ?? '') : '';
    if (known.profile(url)) return url;
  }
  return null;
}
