/**
 * What we need to know of FHIR R4 and of the International Patient Summary, out of the definitions that HL7 publishes: tens of
 * megabytes become a few hundred kilobytes. Pure: `make.mjs` reads and writes.
 */

const systemType = 'http://hl7.org/fhirpath/System.';
const most = (max) => (max === '*' ? -1 : Number(max));
const bare = (url) => url.split('|')[0];
/** Longer lists are of languages, of kinds of files and the like: no table of ours. */
const longestList = 1000;

export function trim({ structures, valueSets, codeSystems, profiles }) {
  const lists = expander(valueSets, codeSystems);
  const needed = new Map();
  const listFor = (binding) => {
    if (binding?.strength !== 'required' || !binding.valueSet) return 0;
    const url = bare(binding.valueSet);
    if (!needed.has(url)) needed.set(url, lists(url));
    return needed.get(url) ? url : 0;
  };
  const types = {};
  for (const { kind, derivation, name, snapshot } of structures) {
    if ((kind !== 'resource' && kind !== 'complex-type') || derivation === 'constraint') continue;
    types[name] = snapshot.element.slice(1).map((element) => member(element, listFor));
  }
  const made = profiles
    .filter(({ kind, derivation, type }) => kind !== 'logical' && derivation === 'constraint' && type !== 'Extension')
    .map(({ url, type, snapshot }) => [
      url,
      {
        type,
        elements: snapshot.element.slice(1).flatMap((element) => constraint(element, types[type] ?? [], listFor)),
      },
    ]);
  return {
    types: sorted(types),
    profiles: sorted(Object.fromEntries(made)),
    lists: sorted(Object.fromEntries([...needed].filter(([, list]) => list !== null))),
  };
}

/** `[path, min, max, types, list, like]`, the path without the name of the type. */
function member(element, listFor) {
  const path = element.path.split('.').slice(1).join('.');
  const like = element.contentReference ? element.contentReference.split('.').slice(1).join('.') : 0;
  return [path, element.min, most(element.max), typesOf(element), listFor(element.binding), like];
}

const typesOf = ({ type = [] }) => type.map(({ code }) => (code.startsWith(systemType) ? 'string' : code));

/** What a profile asks beyond the type that it is about. */
function constraint(element, members, listFor) {
  const path = element.path.split('.').slice(1).join('.');
  const id = element.id.split('.').slice(1).join('.');
  const base = members.find(([each]) => each === path);
  const named = (prefix) => {
    const name = Object.keys(element).find((each) => each.startsWith(prefix));
    return name ? element[name] : undefined;
  };
  const types = (element.type ?? [])
    .map(({ code, profile = [], targetProfile = [] }) => [typesOf({ type: [{ code }] })[0], profile, targetProfile])
    .filter(([code]) => code !== undefined);
  const list = listFor(element.binding);
  const asked = {
    id,
    min: element.min,
    max: most(element.max),
    ...(named('fixed') === undefined ? {} : { fixed: named('fixed') }),
    ...(named('pattern') === undefined ? {} : { pattern: named('pattern') }),
    ...(element.slicing
      ? {
          by: (element.slicing.discriminator ?? []).map(({ type, path: where }) => [type, where]),
          closed: element.slicing.rules === 'closed',
        }
      : {}),
    ...(id.includes(':') || types.some(([, profile]) => profile.length > 0) ? { types } : {}),
    ...(list && list !== base?.[4] ? { list } : {}),
  };
  const more = Object.keys(asked).length > 3 || !base || base[1] !== asked.min || base[2] !== asked.max;
  return more ? [asked] : [];
}

/** The codes of a value set by their system; `null` where they cannot be listed. */
function expander(valueSets, codeSystems) {
  const sets = new Map(valueSets.map((set) => [set.url, set]));
  const systems = new Map(codeSystems.filter(({ concept }) => concept).map((system) => [system.url, system]));
  const flat = (concepts = []) => concepts.flatMap(({ code, concept }) => [code, ...flat(concept)]);
  const below = (concepts = [], root) =>
    concepts.flatMap((each) => (each.code === root ? [each] : below(each.concept, root)));

  function codesOf({ system, concept, filter = [] }) {
    if (concept) return concept.map(({ code }) => code);
    const known = systems.get(system);
    if (!known || known.content === 'fragment' || known.content === 'not-present') return null;
    if (filter.length === 0) return flat(known.concept);
    const [{ op, property, value }] = filter;
    if (filter.length > 1 || property !== 'concept' || (op !== 'is-a' && op !== 'descendent-of')) return null;
    const roots = below(known.concept, value);
    return op === 'is-a' ? flat(roots) : roots.flatMap((root) => flat(root.concept));
  }

  function parts(include, seen) {
    if (include.system) {
      const codes = codesOf(include);
      return codes && { [include.system]: codes };
    }
    return (include.valueSet ?? []).reduce((all, url) => merged(all, expand(bare(url), seen)), {});
  }

  function expand(url, seen = new Set()) {
    const set = sets.get(url);
    if (!set?.compose || seen.has(url)) return null;
    const next = new Set(seen).add(url);
    let all = {};
    for (const include of set.compose.include) all = merged(all, parts(include, next));
    if (!all) return null;
    for (const exclude of set.compose.exclude ?? []) {
      const out = parts(exclude, next);
      if (!out) return null;
      for (const [system, codes] of Object.entries(out)) {
        all[system] = (all[system] ?? []).filter((code) => !codes.includes(code));
      }
    }
    const count = Object.values(all).reduce((sum, codes) => sum + codes.length, 0);
    return count > 0 && count <= longestList ? all : null;
  }
  return (url) => expand(url);
}

function merged(one, other) {
  if (!one || !other) return null;
  const all = { ...one };
  for (const [system, codes] of Object.entries(other)) all[system] = [...new Set([...(all[system] ?? []), ...codes])];
  return all;
}

const sorted = (members) => Object.fromEntries(Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1)));
