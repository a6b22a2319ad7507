export * from './entities';
export { dispositionOf, savedAs } from './files/file-names';
export { StoredFile } from './files/file.entity';
export type { FileId } from './files/file.entity';
export { fileCounts, fileViewOf, filesOf, filesPage, readFile } from './files/files';
export type { FilePlace } from './files/files';
export { openBytes } from './files/bytes';
export { moveFiles } from './files/move';
export { expectFile, keepPiece, refusalOf, settleFile } from './files/receive';
export { removeFile, sweepFiles } from './files/remove';
export { exportRecord, ownComposition } from './export/export-record';
export { importHeads, importReportOf, originalName, readImport } from './import/imports';
export { takeFile } from './import/take-file';
export { coolDown, warmUp } from './judging/judging';
export {
  answerQuestion,
  placeQuestion,
  questionsOf,
  removeQuestion,
  rewriteQuestion,
  writeQuestion,
} from './questions/questions';
export type { QuestionId } from './questions/question.entity';
export { briefOf } from './brief/brief-page';
export { houseEntries } from './brief/house';
export { timelinePage } from './brief/timeline';
export { trendGroups } from './measures/trends';
export { readAttachment } from './reading/read-attachment';
export { readOwn } from './reading/read-own';
export { eraseRecord } from './retention/erase';
export type { Erased, NotYet } from './retention/erase';
export { erasing } from './retention/erasing';
export { keepingOf } from './retention/retention';
export type { Keeping } from './retention/retention';
export { readSections } from './reading/read-record';
export { scanFiles } from './files/scan';
export { keepDraft } from './notes/draft';
export type { NoteId } from './notes/note.entities';
export { markRead, noteHeads, notesOf, signedIn } from './notes/read';
export type { NoteHead, VisitNotes } from './notes/read';
export { signNote } from './notes/sign';
export { unsignedOf } from './notes/unsigned';
export type { Unsigned } from './notes/unsigned';
export type { RecordsReader } from './reader';
export * from './records.module';
export { seedFile, seedNote } from './seed';
export { expectUpload, giveUpUpload, keepUploadPiece, readUpload, sweepUploads } from './uploads/expect';
export type { UploadTools } from './uploads/look';
export type { RecordUpload, UploadId } from './uploads/upload.entity';
export { chartStudies } from './uploads/chart-upload';
export { modalityWords } from './uploads/report';
export { bringOf, bringsOf, uploadViewOf } from './uploads/uploads';
export { scanUploads } from './uploads/scan-later';
export { settleUpload, settleUploads } from './uploads/work';
export { handedOn, previewOf } from './imaging/hand-on';
export { readInstance, readOneSeries, readStudies } from './imaging/studies';
export { readThumbnail } from './imaging/thumbnail';
export { Turns } from './pieces';
export type { HealthLinkRow } from './shl/health-link.entity';
export { fetchLink } from './shl/foreign-link';
export { endLink, linkText, makeLink, ownLink, secretsOf, stateOf } from './shl/make-link';
export { linkBundle } from './shl/link-bundle';
export { linkFile, linkFiles, partsOf } from './shl/link-files';
export type { LinkFile } from './shl/link-files';
export { grantOf, openLink, placeFiles, takePlaced } from './shl/open-link';
export type { Placed, Taken } from './shl/open-link';
export { readLinks } from './shl/read-links';
export { fhirJson, sealFile } from './shl/sealed';
