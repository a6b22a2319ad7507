import { MailSink } from '../support/mail-sink';
import { Split } from '../support/split';
import { Standalone } from '../support/standalone';

/** Where a journey is told: an installation of no demo world, whose mails arrive in a server of the test's own. */
export interface Place {
  name: string;
  origin: () => string;
  databaseUrl: () => string;
  sink: () => MailSink;
  query: Standalone['query'];
}

const runs = { 'one machine': Standalone, 'the split run': Split };

/** Nobody is in it yet. Started before the tests of the file that asks for it, and ended after them. */
export function emptyInstallation(name: keyof typeof runs): Place {
  let sink: MailSink;
  let running: Standalone | Split;
  beforeAll(async () => {
    sink = await MailSink.start();
    running = await runs[name].start({ demo: false, smtp: sink.url });
  }, 90_000);
  afterAll(async () => {
    await running?.stop();
    await sink?.stop();
  });
  return {
    name,
    origin: () => running.origin,
    databaseUrl: () => running.databaseUrl,
    sink: () => sink,
    query: (sql, values) => running.query(sql, values),
  };
}
