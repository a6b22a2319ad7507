import type { EntityList } from '@okaeri/platform';
import { StoredFile } from './files/file.entity';
import { Note, NoteRead, NoteVersion } from './notes/note.entities';

export const recordsEntities: EntityList = [StoredFile, Note, NoteVersion, NoteRead];
