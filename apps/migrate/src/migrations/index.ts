import { PeopleAndLedgerCreated1795219200000 } from './1795219200000-people-and-ledger-created';
import { VisitsCreated1795219260000 } from './1795219260000-visits-created';
import { RoomsCreated1795219320000 } from './1795219320000-rooms-created';
import { LedgerRowsCounted1795219380000 } from './1795219380000-ledger-rows-counted';
import { OutboxAndQueuesCreated1795305600000 } from './1795305600000-outbox-and-queues-created';
import { PeopleAndLinksCreated1795305660000 } from './1795305660000-people-and-links-created';
import { ClaimsAndHistoryCreated1795305720000 } from './1795305720000-claims-and-history-created';
import { MessagesCreated1795305780000 } from './1795305780000-messages-created';
import { RecordsCreated1795305840000 } from './1795305840000-records-created';
import { ListTimesRounded1795392000000 } from './1795392000000-list-times-rounded';
import { NoteAuthorsSplit1795478400000 } from './1795478400000-note-authors-split';
import { InterpretationAndQualityKept1795482000000 } from './1795482000000-interpretation-and-quality-kept';
import { RecordingsKept1795485600000 } from './1795485600000-recordings-kept';
import { AvailabilityAndReadinessKept1795741200000 } from './1795741200000-availability-and-readiness-kept';
import { MessagesUnqueued1795744800000 } from './1795744800000-messages-unqueued';
import { CalendarCopiesKept1795755600000 } from './1795755600000-calendar-copies-kept';
import { InboxLinesKept1795795200000 } from './1795795200000-inbox-lines-kept';
import { AsksGathered1795924800000 } from './1795924800000-asks-gathered';
import { InboxFactsKept1795928400000 } from './1795928400000-inbox-facts-kept';
import { CalendarsCleaned1795932000000 } from './1795932000000-calendars-cleaned';
import { TasksByVisitKept1795935600000 } from './1795935600000-tasks-by-visit-kept';
import { SeatBeginningsKept1795935660000 } from './1795935660000-seat-beginnings-kept';
import { DataKeysKept1796000000000 } from './1796000000000-data-keys-kept';
import { ScansKept1796003600000 } from './1796003600000-scans-kept';
import { RecordsChartered1796036000000 } from './1796036000000-records-chartered';
import { LedgerSealed1796072000000 } from './1796072000000-ledger-sealed';
import { EmergenciesKept1796075600000 } from './1796075600000-emergencies-kept';
import { SubscriptionsBySessionKept1796096400000 } from './1796096400000-subscriptions-by-session-kept';
import { PicturesKept1796100000000 } from './1796100000000-pictures-kept';
import { SharingKept1796172000000 } from './1796172000000-sharing-kept';
import { QuestionsKept1796208000000 } from './1796208000000-questions-kept';
import { LinkFilesSplit1797036000000 } from './1797036000000-link-files-split';
import { ErasureAllowed1797072000000 } from './1797072000000-erasure-allowed';
import { AnswersSealed1797075600000 } from './1797075600000-answers-sealed';
import { PartsOfArchivesKept1797108000000 } from './1797108000000-parts-of-archives-kept';
import { DocumentsOfResourcesKept1798000000000 } from './1798000000000-documents-of-resources-kept';
import { ScansOfImportsKept1798003600000 } from './1798003600000-scans-of-imports-kept';

/** Oldest first; append only. A name says in the past tense what has become true. */
export const migrations = [
  PeopleAndLedgerCreated1795219200000,
  VisitsCreated1795219260000,
  RoomsCreated1795219320000,
  LedgerRowsCounted1795219380000,
  OutboxAndQueuesCreated1795305600000,
  PeopleAndLinksCreated1795305660000,
  ClaimsAndHistoryCreated1795305720000,
  MessagesCreated1795305780000,
  RecordsCreated1795305840000,
  ListTimesRounded1795392000000,
  NoteAuthorsSplit1795478400000,
  InterpretationAndQualityKept1795482000000,
  RecordingsKept1795485600000,
  AvailabilityAndReadinessKept1795741200000,
  MessagesUnqueued1795744800000,
  CalendarCopiesKept1795755600000,
  InboxLinesKept1795795200000,
  AsksGathered1795924800000,
  InboxFactsKept1795928400000,
  CalendarsCleaned1795932000000,
  TasksByVisitKept1795935600000,
  SeatBeginningsKept1795935660000,
  DataKeysKept1796000000000,
  ScansKept1796003600000,
  RecordsChartered1796036000000,
  LedgerSealed1796072000000,
  EmergenciesKept1796075600000,
  SubscriptionsBySessionKept1796096400000,
  PicturesKept1796100000000,
  SharingKept1796172000000,
  QuestionsKept1796208000000,
  LinkFilesSplit1797036000000,
  ErasureAllowed1797072000000,
  AnswersSealed1797075600000,
  PartsOfArchivesKept1797108000000,
  DocumentsOfResourcesKept1798000000000,
  ScansOfImportsKept1798003600000,
];
