import { MailSink } from '../support/mail-sink';
import { Split } from '../support/split';
import { tellTheHospital } from './hospital';
import { inEnglish } from './hospital-world';

let sink: MailSink;
let split: Split;
beforeAll(async () => {
  sink = await MailSink.start();
  split = await Split.start({ demo: false, smtp: sink.url });
}, 90_000);
afterAll(async () => {
  await split?.stop();
  await sink?.stop();
});

tellTheHospital(
  {
    name: 'the split run',
    origin: () => split.origin,
    databaseUrl: () => split.databaseUrl,
    sink: () => sink,
  },
  inEnglish,
);
