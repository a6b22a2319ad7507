import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/**
 * What a message is made of, gathered from its ICU syntax tree: the words themselves without placeholders, each
 * placeholder with its kind, and each choice with its forms. `longest` is what a reader sees at most: one form of each
 * choice. Throws where the message cannot be read.
 */
export function readMessage(message) {
  const elements = parse(message, { ignoreTag: false });
  const found = { text: '', longest: longest(elements), placeholders: new Map(), selects: new Map(), plurals: [] };
  gather(elements, found);
  return found;
}

const kinds = new Map([
  [TYPE.argument, 'text'],
  [TYPE.number, 'number'],
  [TYPE.date, 'date'],
  [TYPE.time, 'time'],
  [TYPE.select, 'select'],
  [TYPE.plural, 'plural'],
  [TYPE.tag, 'tag'],
]);

function gather(elements, found) {
  for (const element of elements) {
    if (element.type === TYPE.literal) {
      found.text += element.value;
      continue;
    }
    if (element.type === TYPE.pound) {
      continue;
    }
    const kind = kinds.get(element.type);
    found.placeholders.set(
      element.value,
      [...(found.placeholders.get(element.value) ?? []), kind].sort((a, b) => (a < b ? -1 : 1)),
    );
    found.text += ' ';
    if (element.type === TYPE.tag) {
      gather(element.children, found);
    }
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      const forms = Object.keys(element.options);
      if (element.type === TYPE.select) {
        found.selects.set(element.value, [...forms].sort());
      } else {
        found.plurals.push({ name: element.value, ordinal: element.pluralType === 'ordinal', forms });
      }
      for (const form of forms) {
        gather(element.options[form].value, found);
        found.text += ' ';
      }
    }
  }
}

function longest(elements) {
  const parts = elements.map((element) => {
    if (element.type === TYPE.literal) return element.value;
    if (element.type === TYPE.tag) return longest(element.children);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return ' ';
    const forms = Object.values(element.options).map((option) => longest(option.value));
    return forms.reduce((best, form) => (form.length > best.length ? form : best), '');
  });
  return parts.join('');
}

/** The forms that a language's numbers need, by CLDR: English one and other, French also many, Japanese only other. */
export function pluralForms(tag, ordinal) {
  return new Intl.PluralRules(tag, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;
}
