import type { EntityList } from '@okaeri/platform';
import { StoredFile } from './files/file.entity';
import { ImagingInstance, ImagingSeries, ImagingStudy } from './imaging/imaging.entities';
import { Note, NoteRead, NoteVersion } from './notes/note.entities';
import { PatientQuestion } from './questions/question.entity';
import { HealthLinkFile, HealthLinkOpening, HealthLinkRow } from './shl/health-link.entity';
import { RecordUpload } from './uploads/upload.entity';

export const recordsEntities: EntityList = [
  ...[StoredFile, Note, NoteVersion, NoteRead, PatientQuestion],
  ...[RecordUpload, ImagingStudy, ImagingSeries, ImagingInstance],
  ...[HealthLinkRow, HealthLinkFile, HealthLinkOpening],
];
