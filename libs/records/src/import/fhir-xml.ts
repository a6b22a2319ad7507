import { definitions, isPrimitive } from '@okaeri/chart/fhir';
import type { Definitions, Member } from '@okaeri/chart/fhir';
import type { ImportFault } from '@okaeri/contracts';
import { giveUp, parseXml } from './parse-xml';

/*
 * FHIR in XML as the same in JSON: which members are lists, which are numbers, and what lies beside a value is told by the definitions.
 * Numbers stay as they are written. What nobody has defined comes along under its own name, and the check of the structure finds it there.
 * The entries of a bundle are written one by one, so that no more than one of them is held as a tree.
 */

const deepest = 100;
/** Elements that are held at once, of one entry and of what is around all: a thread has room for no more. */
const mostHeld = 500_000;
/** Of one narrative; one entry may not be longer as a whole. */
const mostLetters = 16_777_216;

/** By the first element of a document and the space of names that it says it is of. */
export function isFhirXml(text: string): boolean {
  const head = text.slice(0, 16_384).replace(/<!--[^]*?-->/g, '');
  const first = /<(?![?!])[^>]{1,4000}>/.exec(head)?.[0] ?? '';
  const prefix = /^<([A-Za-z_][\w.-]*):/.exec(first)?.[1];
  return new RegExp(`\\sxmlns${prefix ? `:${prefix}` : ''}\\s*=\\s*["']http://hl7\\.org/fhir["']`).test(first);
}

interface Node {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Node[];
  /** Of a narrative: as it was written. */
  html: string | null;
}

/** A file in JSON, or why there is none. */
export function jsonOfXml(text: string): Buffer | ImportFault {
  return new TreeReader().read(text);
}

class TreeReader {
  readonly #writer = new Writer(definitions());
  readonly #open: Node[] = [];
  #root: Node | null = null;
  /** Of the narrative that it is in. */
  #html: string[] | null = null;
  #inside = 0;
  #letters = 0;
  /** Entries of a bundle, written. */
  readonly #entries: string[] = [];
  /** So many elements are held, and so many were before the entry that it is in. */
  #held = 0;
  #heldAround = 0;

  read(text: string): Buffer | ImportFault {
    const fault = parseXml(text, {
      attribute: () => this.#hold(),
      open: (name, attributes, closed) => this.#enter(localOf(name), attributes, closed),
      close: (name, closed) => this.#leave(localOf(name), closed),
      text: (words) => this.#html && this.#tell(escaped(words)),
    });
    if (fault || !this.#root) return fault ?? 'xml';
    const entry = this.#entries.length > 0 ? [`"entry":[${this.#entries.join(',')}]`] : [];
    return Buffer.from(this.#writer.resource(this.#root, entry));
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>, closed: boolean): void {
    this.#hold();
    if (this.#html) {
      this.#inside += 1;
      this.#tell(tagOf(name, attributes, closed));
      return;
    }
    const node: Node = { name, attributes, children: [], html: null };
    if (this.#open.length === 1) this.#heldAround = this.#held - 1;
    this.#open.at(-1)?.children.push(node);
    this.#root ??= node;
    this.#open.push(node);
    if (this.#open.length > deepest) giveUp('tooDeep');
    if (name !== 'div') return;
    [this.#html, this.#letters] = [[], 0];
    this.#tell(tagOf(name, attributes, false));
  }

  #hold(): void {
    this.#held += 1;
    if (this.#held > mostHeld) giveUp('tooMuch');
  }

  #tell(piece: string): void {
    this.#letters += piece.length;
    if (this.#letters > mostLetters) giveUp('tooMuch');
    this.#html?.push(piece);
  }

  #leave(name: string, closed: boolean): void {
    if (this.#html && this.#inside > 0) {
      this.#inside -= 1;
      if (!closed) this.#tell(`</${name}>`);
      return;
    }
    const node = this.#open.pop();
    if (node && this.#html) {
      node.html = `${this.#html.join('')}</${name}>`;
      this.#html = null;
    }
    if (node && this.#open.length === 1 && node.name === 'entry' && this.#root?.name === 'Bundle') {
      this.#entries.push(this.#writer.entry(node));
      this.#root.children.pop();
      this.#held = this.#heldAround;
    }
  }
}

const localOf = (name: string): string => name.split(':').at(-1) ?? '';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const pieceOf = 65_536;

/** Piece by piece: one replacement holds every mark that it found, and there may be millions. */
function escaped(words: string, which = /[&<>]/g): string {
  if (words.length <= pieceOf) return words.replace(which, (mark) => marks[mark] ?? '');
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += pieceOf) pieces.push(escaped(words.slice(at, at + pieceOf), which));
  return pieces.join('');
}

function tagOf(name: string, attributes: Readonly<Record<string, string>>, closed: boolean): string {
  // The language is written twice, with and without the prefix of XML.
  const plain = Object.entries(attributes).filter(([key]) => !key.includes(':'));
  const said = plain.map(([key, value]) => ` ${key}="${escaped(value, /[&<>"]/g)}"`);
  return `<${name}${said.join('')}${closed ? '/' : ''}>`;
}

interface Told {
  member: Member;
  type: string | undefined;
}

class Writer {
  constructor(private readonly known: Definitions) {}

  /** `more`: members that are written already. */
  resource(node: Node, more: readonly string[] = []): string {
    return this.#object(node, node.name, '', [`"resourceType":${JSON.stringify(node.name)}`, ...more]);
  }

  /** One of a bundle. */
  entry(node: Node): string {
    return this.#object(node, 'Bundle', 'entry');
  }

  #object(node: Node, type: string, parent: string, before: readonly string[] = []): string {
    const members = [...before, ...this.#attributes(node)];
    const groups = new Map<string, Node[]>();
    for (const child of node.children) {
      const group = groups.get(child.name);
      if (group) group.push(child);
      else groups.set(child.name, [child]);
    }
    const told = this.#toldOf(type, parent);
    for (const [name, nodes] of groups) members.push(...this.#member(name, nodes, type, told.get(name)));
    return `{${members.join(',')}}`;
  }

  /** Which extension it is, and by which name it is pointed to. */
  #attributes({ attributes }: Node): string[] {
    return ['id', 'url'].flatMap((name) =>
      attributes[name] === undefined ? [] : [`"${name}":${JSON.stringify(attributes[name])}`],
    );
  }

  #toldOf(type: string, parent: string): Map<string, Told> {
    const found = new Map<string, Told>();
    for (const member of this.known.members(type)?.get(parent) ?? []) {
      if (member.choice) {
        for (const own of member.types)
          found.set(member.name + own.charAt(0).toUpperCase() + own.slice(1), { member, type: own });
      } else found.set(member.name, { member, type: member.types[0] });
    }
    return found;
  }

  #member(name: string, nodes: readonly Node[], type: string, told: Told | undefined): string[] {
    const key = JSON.stringify(name);
    // Of what nobody has defined, one thing alone is no list.
    const many = told ? told.member.max !== 1 : nodes.length > 1;
    const listed = (values: readonly string[]) => (many || values.length > 1 ? `[${values.join(',')}]` : values[0]);
    const own = told?.type;
    const plain = told ? own !== undefined && isPrimitive(own) && !told.member.like : nodes.every(isValue);
    if (!plain) return [`${key}:${listed(nodes.map((node) => this.#complex(node, type, told)))}`];
    const values = nodes.map((node) => valueOf(node, own));
    const beside = nodes.map((node) => this.#beside(node));
    return [
      ...(values.some((value) => value !== 'null') ? [`${key}:${listed(values)}`] : []),
      ...(beside.some((each) => each !== 'null') ? [`"_${name}":${listed(beside)}`] : []),
    ];
  }

  #complex(node: Node, type: string, told: Told | undefined): string {
    if (!told) return this.#object(node, 'Element', '');
    const { member, type: own } = told;
    if (member.like) return this.#object(node, type, member.like);
    if (own === 'Resource') return node.children[0] ? this.resource(node.children[0]) : '{}';
    if (own === undefined || own === 'BackboneElement' || own === 'Element')
      return this.#object(node, type, member.path);
    return this.#object(node, own, '');
  }

  #beside(node: Node): string {
    if (node.html !== null) return 'null';
    const { value: _, ...rest } = node.attributes;
    const extra = node.children.length > 0 || rest['id'] !== undefined;
    return extra ? this.#object({ ...node, attributes: rest }, 'Element', '') : 'null';
  }
}

const isValue = ({ attributes, children }: Node) => attributes['value'] !== undefined && children.length === 0;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const numbers = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);

/** As JSON has it: what is no number where one belongs is a text, which is found to be none later. */
function valueOf({ attributes, html }: Node, type: string | undefined): string {
  if (html !== null) return JSON.stringify(html);
  const { value } = attributes;
  if (value === undefined) return 'null';
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value;
  return numbers.has(type ?? '') && number.test(value) ? value : JSON.stringify(value);
}
