import { definitions } from './definitions';
import type { Definitions, Member } from './definitions';
import { listOf, objectOf, objectsOf, resourceOf } from './json';
import type { Json, Resource } from './json';
import { isPrimitive, primitiveFault } from './primitives';

/** What was found: where, by the names of the members alone, and what. No value of it is told. */
export interface Finding {
  place: string;
  code: FindingCode;
}
export type FindingCode = 'missing' | 'many' | 'unknown' | 'type' | 'format' | 'code' | 'fixed' | 'slice';

/** More of one resource help nobody. */
const findingsMost = 50;

/** Whether a resource is made as FHIR R4 says: its members, how many and of what, and codes where the list is closed. */
export function checkStructure(resource: Resource): Finding[] {
  const found: Finding[] = [];
  new Walk(definitions(), found).resource(resource, resource.resourceType);
  return found;
}

/** How each member may be written, and of which type it is then; and those that have to be there. */
interface Shape {
  names: ReadonlyMap<string, { member: Member; own: string | undefined }>;
  needed: readonly Member[];
}
const shapes = new Map<string, Shape>();

function shapeOf(known: Definitions, type: string, parent: string): Shape {
  const key = `${type}.${parent}`;
  const found = shapes.get(key);
  if (found) return found;
  const members = known.members(type)?.get(parent) ?? [];
  const names = members.flatMap((member) =>
    member.choice
      ? member.types.map((own) => [member.name + capital(own), { member, own }] as const)
      : [[member.name, { member, own: member.types[0] }] as const],
  );
  const shape: Shape = { names: new Map(names), needed: members.filter(({ min }) => min > 0) };
  shapes.set(key, shape);
  return shape;
}

class Walk {
  constructor(
    private readonly known: Definitions,
    private readonly found: Finding[],
  ) {}

  resource(resource: Resource, place: string): void {
    if (!this.known.isResource(resource.resourceType)) this.#add(place, 'type');
    else this.#members(resource, resource.resourceType, '', place);
  }

  #members(value: Json, type: string, parent: string, place: string): void {
    const shape = shapeOf(this.known, type, parent);
    const given = new Map<Member, string>();
    for (const key of Object.keys(value)) {
      const name = key.startsWith('_') ? key.slice(1) : key;
      const told = shape.names.get(name);
      if (!told) {
        // A name that nobody has agreed on is not repeated: it is a text from elsewhere.
        if (key !== 'resourceType') this.#add(place, 'unknown');
        continue;
      }
      const other = given.get(told.member);
      if (other === name) continue;
      if (other !== undefined) this.#add(`${place}.${told.member.name}`, 'many');
      given.set(told.member, name);
      this.#member(value, type, told.member, name, told.own, `${place}.${name}`);
    }
    for (const member of shape.needed) {
      if (!given.has(member)) this.#add(`${place}.${member.name}`, 'missing');
    }
  }

  #member(value: Json, type: string, member: Member, name: string, own: string | undefined, place: string): void {
    const given = value[name];
    const many = member.max !== 1;
    if (given !== undefined && Array.isArray(given) !== many) {
      this.#add(place, 'type');
      return;
    }
    const items = listOf(given);
    if (given !== undefined && items.length === 0) this.#add(place, 'missing');
    if (member.max > 1 && items.length > member.max) this.#add(place, 'many');
    for (const shadow of objectsOf(value[`_${name}`])) this.#members(shadow, 'Element', '', place);
    for (const item of items) {
      // Beside the extensions of a primitive stands nothing where it has no value.
      if (item === null && own && isPrimitive(own)) continue;
      this.#item(item, type, member, own, place);
    }
  }

  #item(item: unknown, type: string, member: Member, own: string | undefined, place: string): void {
    if (member.like) {
      this.#object(item, type, member.like, place);
    } else if (own === undefined || own === 'BackboneElement' || own === 'Element') {
      this.#object(item, type, member.path, place);
    } else if (isPrimitive(own)) {
      const fault = primitiveFault(own, item);
      if (fault) this.#add(place, fault);
      else if (member.list && !this.known.inList(member.list, String(item))) this.#add(place, 'code');
    } else if (own === 'Resource') {
      const inner = resourceOf(item);
      if (inner) this.resource(inner, place);
      else this.#add(place, 'type');
    } else {
      this.#object(item, own, '', place);
      if (member.list && !isListed(this.known, member.list, item)) this.#add(place, 'code');
    }
  }

  #object(item: unknown, type: string, parent: string, place: string): void {
    const members = objectOf(item);
    if (!members || Object.keys(members).length === 0) this.#add(place, 'type');
    else this.#members(members, type, parent, place);
  }

  #add(place: string, code: FindingCode): void {
    if (this.found.length < findingsMost) this.found.push({ place, code });
  }
}

/** A concept, a coding or a quantity, one of whose codes is in the list; one that has only words or says why it has none is. */
export function isListed(known: Definitions, list: string, item: unknown): boolean {
  const value = objectOf(item);
  if (!value) return false;
  const codings = Array.isArray(value['coding']) ? objectsOf(value['coding']) : [value];
  const coded = codings.filter(({ code }) => typeof code === 'string');
  if (coded.length === 0) return value['extension'] !== undefined || value['text'] !== undefined;
  return coded.some(({ code, system }) =>
    known.inList(list, String(code), typeof system === 'string' ? system : undefined),
  );
}

export const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
