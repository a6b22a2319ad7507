/**
 * Which keys the sources speak of. A key is either written out, or put together in a template such as
 * `error.${code}`; a template stands for every key that fits it.
 */
export function keysInUse(sources, keys) {
  const known = new Set(keys);
  const used = new Set();
  const templates = new Set();
  for (const source of sources) {
    for (const [, literal] of source.matchAll(/['"`]([a-z]+(?:\.[a-zA-Z0-9_]+)+)['"`]/g)) {
      if (known.has(literal)) used.add(literal);
    }
    for (const { index } of source.matchAll(/`[a-z]+\./g)) {
      templates.add(pattern(source, index + 1));
    }
  }
  for (const template of templates) {
    const fits = template && new RegExp(`^${template}$`);
    for (const key of fits ? keys : []) if (fits.test(key)) used.add(key);
  }
  return used;
}

/** The template that begins at a place in a source, as a regular expression; `null` where it cannot be a key. */
function pattern(source, start) {
  let text = '';
  for (let at = start; at < source.length && source[at] !== '`'; at += 1) {
    if (source.startsWith('${', at)) {
      let depth = 1;
      for (at += 2; at < source.length && depth > 0; at += 1) {
        depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0;
      }
      at -= 1;
      text += '[a-zA-Z0-9_]+';
    } else if (/[a-zA-Z0-9_]/.test(source[at])) {
      text += source[at];
    } else if (source[at] === '.') {
      text += '\\.';
    } else {
      return null;
    }
  }
  return text.includes('[') ? text : null;
}
