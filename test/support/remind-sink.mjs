import { SMTPServer } from 'smtp-server';

/*
 * A mail server in a process of its own that takes whatever comes and looks at nothing but the Message-ID: what it costs
 * is not the sender's. For each mail it keeps the id and the moment of its 250; asked for `tell`, it tells all of them.
 */
const heard = [];
const opening = 2048;
const now = () => performance.timeOrigin + performance.now();
let delayMs = Number(process.argv[2] ?? 0);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  logger: false,
  closeTimeout: 100,
  onData: (stream, _session, callback) => {
    const head = [];
    let bytes = 0;
    stream.on('data', (chunk) => {
      if (bytes < opening) head.push(chunk);
      bytes += chunk.length;
    });
    stream.on('end', () => {
      const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(head).toString('latin1'))?.[1] ?? '';
      const mail = { id, taken: now(), answered: 0 };
      heard.push(mail);
      const answer = () => {
        mail.answered = now();
        callback();
      };
      if (delayMs > 0) setTimeout(answer, delayMs);
      else answer();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => process.send({ port: server.server.address().port }));

process.on('message', (asked) => {
  if (asked === 'count') process.send({ count: heard.length });
  else if (asked === 'tell') process.send({ heard });
  else if (typeof asked === 'number') delayMs = asked;
});
process.on('disconnect', () => process.exit(0));
