import { MailSink } from '../support/mail-sink';
import { Standalone } from '../support/standalone';
import { tellTheHospital } from './hospital';
import { inJapanese } from './hospital-world';

let sink: MailSink;
let standalone: Standalone;
beforeAll(async () => {
  sink = await MailSink.start();
  standalone = await Standalone.start({ demo: false, smtp: sink.url });
}, 90_000);
afterAll(async () => {
  await standalone?.stop();
  await sink?.stop();
});

tellTheHospital(
  {
    name: 'standalone',
    origin: () => standalone.origin,
    databaseUrl: () => standalone.databaseUrl,
    sink: () => sink,
  },
  inJapanese,
);
