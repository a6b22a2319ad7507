import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationBootstrap } from '@nestjs/common';
import { FileAnchors, PostedAnchors, anchorLedger, sealLedger } from '@okaeri/access';
import type { Anchors } from '@okaeri/access';
import { sweepLinks } from '@okaeri/consult';
import { FollowupModule } from '@okaeri/followup';
import { MessageKinds, NotifyModule, vapidOf } from '@okaeri/notify';
import { Clamd, Handlers, MailModule, OutboxModule, houseOf, vaultOf } from '@okaeri/platform';
import type { Database, House } from '@okaeri/platform';
import {
  RecordsModule,
  chartStudies,
  moveFiles,
  scanFiles,
  scanUploads,
  settleUploads,
  sweepFiles,
  sweepUploads,
} from '@okaeri/records';
import {
  SchedulingModule,
  closeVisits,
  escalateTasks,
  expireAsks,
  fillHolidays,
  lapseVisits,
  readCalendars,
  recountClocks,
  weighChecked,
  writeVisits,
} from '@okaeri/scheduling';
import { now, toIso } from '@okaeri/words/time';
import type { SchedulerEnv } from './env';
import { SWEEPS, Sweeps } from './sweeps';
import type { Sweep } from './sweeps';

export type Ways = Pick<SchedulerEnv, 'SMS_URL' | 'SMS_TOKEN' | 'SMS_FROM' | 'VAPID_PUBLIC_KEY' | 'VAPID_PRIVATE_KEY'>;

export interface SchedulerOptions {
  redisUrl: string | undefined;
  /** Where mail is handed over; a function where the server's port is known only later. */
  smtpUrl: () => string | null;
  mailFrom: string;
  mailDomain: string;
  publicUrl: string | undefined;
  /** Where mails that came back are taken in; nowhere if it is not given. */
  bouncePort?: number | undefined;
  /** A mailbox that they are read from in place of that. */
  mailbox?: string | undefined;
  /** How often it is asked where its server tells of nothing new by itself. */
  mailboxPollSeconds?: number;
  demo: boolean;
  /** Whether the process is of no use without the queues. */
  critical: boolean;
  /** Where short messages are handed over, and the keys of push. */
  ways: Ways;
  /** Calendars elsewhere are sealed by it; without one none are read. */
  houseSecret?: string | undefined;
  /** Whether these, and push services, may lie at private addresses. */
  outboundPrivate?: boolean;
  /** Where files lie; without one there are none to look after. */
  blobFolder?: string | undefined;
  /** What says outside the database how far the ledger has come; without a file nothing does. */
  ledger?: Partial<Pick<SchedulerEnv, 'LEDGER_ANCHORS' | 'LEDGER_ANCHORS_URL' | 'LEDGER_ANCHORS_TOKEN'>>;
  /** The bucket in which they lie once they are whole, in place of that. */
  blobS3?: string | undefined;
  /** The master keys of what lies there; beside it where none is given. */
  vaultKeys?: string | undefined;
  /** What looks into them; nothing does where none is given. */
  clamdUrl?: string | undefined;
  /** Keeps the queues of several runs on one Redis apart. */
  queuePrefix?: string;
}

/** Where pages are where nobody has said it. */
const ownUrl = 'http://localhost:3000';

/** The edges that work without anybody asking. Its process brings the database and the log. */
@Module({})
export class SchedulerModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Handlers) private readonly handlers: Handlers,
    @Inject(MessageKinds) private readonly kinds: MessageKinds,
  ) {}

  static forRoot(options: SchedulerOptions): DynamicModule {
    if (options.demo) refuseForeignServer(options.smtpUrl());
    const { mailFrom, mailDomain, demo, critical, redisUrl, bouncePort, mailbox, queuePrefix, houseSecret } = options;
    const house = houseSecret ? houseOf(houseSecret) : null;
    return {
      module: SchedulerModule,
      imports: [
        MailModule.forRoot({ smtpUrl: options.smtpUrl }),
        OutboxModule.forRoot({ redisUrl, critical, ...(queuePrefix ? { prefix: queuePrefix } : {}) }),
        NotifyModule.forRoot({
          mailFrom,
          mailDomain,
          publicUrl: options.publicUrl ?? ownUrl,
          demo,
          bouncePort,
          mailbox,
          mailboxPollSeconds: options.mailboxPollSeconds,
          house,
          ...waysOf(options, house),
        }),
        SchedulingModule,
        RecordsModule,
        FollowupModule,
      ],
      providers: [{ provide: SWEEPS, useValue: sweepsOf(options) }, Sweeps],
    };
  }

  /** Proves that everything that is told is heard, and every mail written. */
  onApplicationBootstrap(): void {
    this.handlers.requireAll();
    this.kinds.requireAll();
  }
}

/** Mails of made-up people go to the mail server of their own world, which is on this machine, and to no other. */
function refuseForeignServer(url: string | null): void {
  if (url === null || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname)) return;
  throw Object.assign(new Error('OKAERI_DEMO=1 is refused: SMTP_URL is not on this machine.'), { exitCode: 78 });
}

/** By which ways people are told, besides mail. */
function waysOf({ ways, mailFrom, outboundPrivate = false }: SchedulerOptions, house: House | null) {
  const { SMS_URL, SMS_TOKEN, SMS_FROM, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = ways;
  return {
    sms: SMS_URL ? { url: SMS_URL, token: SMS_TOKEN, from: SMS_FROM } : null,
    vapid: vapidOf({ publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, house, mailFrom }),
    outboundPrivate,
  };
}

function anchorsOf(env: NonNullable<SchedulerOptions['ledger']>): Anchors | null {
  const { LEDGER_ANCHORS: file, LEDGER_ANCHORS_URL: url, LEDGER_ANCHORS_TOKEN: token } = env;
  if (file === undefined) return null;
  const kept = new FileAnchors(file);
  return url ? new PostedAnchors(kept, { url, token }) : kept;
}

const minute = 60;
const hour = 3600;

function sweepsOf(options: SchedulerOptions): Sweep[] {
  const { blobFolder, blobS3, vaultKeys, clamdUrl, houseSecret, mailDomain, outboundPrivate = false, demo } = options;
  const calendars = houseSecret && {
    ...{ house: houseOf(houseSecret), mailDomain, mayBePrivate: outboundPrivate },
    ...{ publicUrl: options.publicUrl ?? ownUrl, demo },
  };
  const anchors = anchorsOf(options.ledger ?? {});
  const vaultIn = (db: Database) =>
    vaultOf(db, { BLOB_FOLDER: blobFolder, BLOB_S3_URL: blobS3, VAULT_KEYS: vaultKeys });
  return [
    { name: 'seals of the ledger', seconds: 1, run: sealLedger },
    { name: 'times that were held', seconds: 15, run: lapseVisits },
    { name: 'interpreters who have not answered', seconds: 15, run: expireAsks },
    { name: 'devices that were tried out', seconds: 15, run: weighChecked },
    { name: 'tasks that are late', seconds: 15, run: escalateTasks },
    { name: 'visits booked with other zone data', seconds: minute, run: recountClocks },
    { name: 'visits that are over', seconds: minute, run: closeVisits },
    // Each minute: whoever is new from a country that nobody was from is scheduled by its holidays at once.
    { name: 'national holidays', seconds: minute, run: ({ manager }) => fillHolidays(manager) },
    { name: 'pictures that have come to a study', seconds: minute, run: chartStudies },
    { name: 'links of visits', seconds: hour, run: sweepLinks },
    {
      name: 'keys of writes',
      seconds: hour,
      run: ({ manager }) => manager.query(`delete from idempotency_key where created_at < now() - interval '24 hours'`),
    },
    ...(calendars
      ? [
          {
            ...{ name: 'calendars elsewhere', seconds: 15 },
            run: (db: Database, signal: AbortSignal) => readCalendars(db, calendars, { signal }),
          },
          {
            ...{ name: 'visits in calendars elsewhere', seconds: 5 },
            run: (db: Database, signal: AbortSignal) => writeVisits(db, calendars, signal),
          },
        ]
      : []),
    ...(anchors
      ? [
          {
            ...{ name: 'anchors of the ledger', seconds: minute },
            run: (db: Database) => anchorLedger(db, anchors, toIso(now())),
          },
        ]
      : []),
    ...(blobFolder === undefined
      ? []
      : [
          {
            ...{ name: 'files', seconds: hour },
            run: (db: Database) => db.inTransaction((em) => sweepFiles(em, vaultIn(db))),
          },
          {
            ...{ name: 'files of records', seconds: hour },
            run: (db: Database) => db.inTransaction((em) => sweepUploads(em, vaultIn(db))),
          },
          {
            ...{ name: 'files of records that nobody looks into', seconds: minute },
            run: (db: Database, signal: AbortSignal) =>
              settleUploads({ db, vault: vaultIn(db), scanner: clamdUrl ? new Clamd(clamdUrl) : null }, signal),
          },
          {
            ...{ name: 'files that lie open', seconds: minute },
            run: (db: Database) => moveFiles((fn) => db.inTransaction(fn), vaultIn(db)),
          },
          ...(clamdUrl
            ? [
                {
                  ...{ name: 'files that are not scanned', seconds: minute },
                  run: (db: Database, signal: AbortSignal) =>
                    scanFiles((fn) => db.inTransaction(fn), vaultIn(db), new Clamd(clamdUrl), signal),
                },
                {
                  ...{ name: 'files of records that are not scanned', seconds: minute },
                  run: (db: Database, signal: AbortSignal) =>
                    scanUploads({ db, vault: vaultIn(db), scanner: new Clamd(clamdUrl) }, signal),
                },
              ]
            : []),
        ]),
  ];
}
