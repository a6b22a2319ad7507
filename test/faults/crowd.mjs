import { Agent, request } from 'node:http';

/*
 * A crowd in a process of its own, so that what it costs to be many is not taken for what it costs to answer them. Each
 * has a connection that she keeps, as a browser does. Asked by a message for the same port: `{ port, asks }`, it sends
 * all at once, and tells what each got and after how long, counted from before the first was sent.
 */
const agent = new Agent({ keepAlive: true });

function send(port, { path, headers, body }, begun) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent }, (incoming) => {
      const pieces = [];
      incoming.on('data', (piece) => pieces.push(piece));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const waited = performance.now() - begun;
        resolve({ status: incoming.statusCode, text: Buffer.concat(pieces).toString('utf8'), waited });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

process.on('message', async ({ port, asks }) => {
  const begun = performance.now();
  try {
    const answers = await Promise.all(asks.map((ask) => send(port, ask, begun)));
    process.send({ answers });
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
