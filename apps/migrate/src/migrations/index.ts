import { PeopleAndLedgerCreated1795219200000 } from './1795219200000-people-and-ledger-created';
import { VisitsCreated1795219260000 } from './1795219260000-visits-created';
import { RoomsCreated1795219320000 } from './1795219320000-rooms-created';
import { LedgerRowsCounted1795219380000 } from './1795219380000-ledger-rows-counted';

/** Oldest first; append only. A name says in the past tense what has become true. */
export const migrations = [
  PeopleAndLedgerCreated1795219200000,
  VisitsCreated1795219260000,
  RoomsCreated1795219320000,
  LedgerRowsCounted1795219380000,
];
