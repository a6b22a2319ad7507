import type { Locale } from '@okaeri/contracts';
import en from '../catalogues/en.json';
import fr from '../catalogues/fr.json';
import ja from '../catalogues/ja.json';
import ko from '../catalogues/ko.json';
import vi from '../catalogues/vi.json';
import zh from '../catalogues/zh.json';

/** Every sentence has one key, `area.thing.part`; English is the list of what exists. */
export type MessageKey = keyof typeof en;

export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/** All six at once, for the server. A page loads only its reader's `catalogues/<locale>.json`. */
export const catalogues: Readonly<Record<Locale, Catalogue>> = { en, ja, vi, fr, zh, ko };
