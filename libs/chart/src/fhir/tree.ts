import { definitions } from './definitions';
import type { Constraint } from './definitions';

/** A profile as a tree: at each member what is asked of all of them, and of each slice. */
export interface Node {
  asked: Constraint;
  /** As it is written: `value[x]`. */
  name: string;
  slice: string | null;
  members: Map<string, Group>;
}
export interface Group {
  all: Node | null;
  slices: Node[];
}

const trees = new Map<string, Node>();

/** `null` for a profile that we do not have. */
export function treeOf(url: string): Node | null {
  const found = trees.get(url);
  if (found) return found;
  const profile = definitions().profile(url);
  if (!profile) return null;
  const root = emptyNode('', null, '');
  for (const element of profile.elements) nodeAt(root, element.id.split('.')).asked = element;
  trees.set(url, root);
  return root;
}

function nodeAt(root: Node, tokens: readonly string[]): Node {
  let here = root;
  const path: string[] = [];
  for (const token of tokens) {
    path.push(token);
    const [name = '', slice = null] = token.split(':', 2);
    const group = here.members.get(name) ?? { all: null, slices: [] };
    here.members.set(name, group);
    const known = slice === null ? group.all : group.slices.find((each) => each.slice === slice);
    const node = known ?? emptyNode(name, slice, path.join('.'));
    if (!known && slice === null) group.all = node;
    else if (!known) group.slices.push(node);
    here = node;
  }
  return here;
}

const emptyNode = (name: string, slice: string | null, id: string): Node => ({
  asked: { id, min: 0, max: -1 },
  name,
  slice,
  members: new Map(),
});
