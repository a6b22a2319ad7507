import { pluralForms, readMessage } from './messages.mjs';
import { foreignScript, lettersOf, markedWords, unmarkedWord } from './scripts.mjs';

/** As in contracts: the tag by which each catalogue's plural forms are known. */
export const tags = { en: 'en-CA', ja: 'ja-JP', vi: 'vi-VN', fr: 'fr-CA', zh: 'zh-Hans-CN', ko: 'ko-KR' };

/**
 * Words that are the same in English and in the language named. Names such as Okaeri need no entry.
 * @type {Record<string, string[]>}
 */
export const sameAsEnglish = {
  'common.menu': ['fr'],
  'start.code.label': ['fr'],
};

/**
 * Messages that are right without marks: Vietnamese words without one, long French sentences without an accent.
 * @type {Record<string, string[]>}
 */
export const withoutMarks = {
  'call.join': ['vi'],
  'call.speaker.label': ['vi'],
  'check.speaker.label': ['vi'],
  'name.addressed': ['vi'],
};

const keyShape = /^[a-z]+(\.[a-zA-Z][a-zA-Z0-9_]*)+$/;

/**
 * Everything that is wrong with the catalogues, as sentences. `catalogues` maps a language to its messages by key;
 * English says what has to exist.
 */
export function checkCatalogues(catalogues, same = sameAsEnglish) {
  const { en, ...others } = catalogues;
  const problems = [];
  const english = readAll('en', en, problems);
  for (const key of Object.keys(en)) {
    if (!keyShape.test(key)) problems.push(`en ${key}: a key is "area.thing.part"`);
  }
  checkLanguage('en', en, english, english, problems);
  for (const [locale, catalogue] of Object.entries(others)) {
    for (const key of Object.keys(en)) {
      if (!(key in catalogue)) problems.push(`${locale} ${key}: not translated yet ("${en[key]}")`);
    }
    for (const key of Object.keys(catalogue)) {
      if (!(key in en)) problems.push(`${locale} ${key}: English has no such key`);
    }
    const read = readAll(locale, catalogue, problems);
    checkLanguage(locale, catalogue, read, english, problems);
    for (const [key, message] of Object.entries(catalogue)) {
      const copied = message === en[key] && lettersOf(english.get(key)?.text ?? '') !== '';
      if (copied && !same[key]?.includes(locale)) problems.push(`${locale} ${key}: equal to English ("${message}")`);
    }
  }
  return problems;
}

function readAll(locale, catalogue, problems) {
  const read = new Map();
  for (const [key, message] of Object.entries(catalogue)) {
    if (typeof message !== 'string' || message.trim() === '' || message !== message.trim()) {
      problems.push(`${locale} ${key}: a message is text without blanks around it`);
      continue;
    }
    try {
      read.set(key, readMessage(message));
    } catch (error) {
      problems.push(`${locale} ${key}: cannot be read as an ICU message (${error.message})`);
    }
  }
  return read;
}

function checkLanguage(locale, catalogue, read, english, problems) {
  const keys = Object.keys(catalogue);
  const late = keys.find((key, index) => index > 0 && keys[index - 1] > key);
  if (late) problems.push(`${locale} ${late}: keys are sorted`);
  const marked = locale === 'fr' ? markedWords([...read.values()].map((message) => message.text)) : new Map();
  for (const [key, message] of read) {
    const say = (what) => problems.push(`${locale} ${key}: ${what}`);
    const foreign = foreignScript(locale, message, withoutMarks[key]?.includes(locale));
    if (foreign) say(foreign);
    const unmarked = unmarkedWord(message.text, marked);
    if (unmarked) say(`has a word without its accents; elsewhere it is "${unmarked}"`);
    if (/[!！]/.test(message.text)) say('has an exclamation mark');
    if (/['"]/.test(catalogue[key])) say('has a straight quote; ICU reads it as a command. Use ’ “ ”');
    const model = english.get(key);
    if (model) comparePlaceholders(message, model, say);
    checkPlurals(locale, message, model, say);
  }
}

function comparePlaceholders(message, model, say) {
  for (const [name, kinds] of model.placeholders) {
    const own = message.placeholders.get(name);
    if (!own) say(`lacks the placeholder {${name}}`);
    else if (new Set(own).symmetricDifference(new Set(kinds)).size > 0)
      say(`uses {${name}} as ${own}, English as ${kinds}`);
  }
  for (const name of message.placeholders.keys()) {
    if (!model.placeholders.has(name)) say(`has the placeholder {${name}}, which English has not`);
  }
  for (const [name, forms] of model.selects) {
    const own = message.selects.get(name);
    if (own && own.join() !== forms.join()) say(`chooses by {${name}} between ${own}; English between ${forms}`);
  }
}

function checkPlurals(locale, message, model, say) {
  for (const { name, ordinal, forms } of message.plurals) {
    const needed = pluralForms(tags[locale] ?? locale, ordinal);
    const own = forms.filter((form) => !form.startsWith('='));
    const lacking = needed.filter((form) => !own.includes(form));
    const idle = own.filter((form) => !needed.includes(form));
    if (lacking.length > 0) say(`the plural of {${name}} lacks ${lacking.join(', ')}`);
    if (idle.length > 0) say(`the plural of {${name}} has ${idle.join(', ')}, which this language does not know`);
    const exact = (list) => list.filter((form) => form.startsWith('=')).sort();
    const theirs = model?.plurals.find((plural) => plural.name === name);
    if (theirs && exact(forms).join() !== exact(theirs.forms).join()) {
      say(`the plural of {${name}} has the exact forms ${exact(forms)}; English has ${exact(theirs.forms)}`);
    }
  }
}
