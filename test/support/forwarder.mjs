import { connect, createServer } from 'node:net';

/*
 * Runs inside a network namespace: a browser there finds the server on its own 127.0.0.1, where a page is a secure context,
 * and everything goes over the link all the same. A line on standard input cuts every connection, as a system does
 * whose address is gone; its end is the end.
 */
const [, , port, host] = process.argv;
const pairs = new Set();

const server = createServer((near) => {
  const far = connect({ port, host, noDelay: true });
  const pair = [near.setNoDelay(true), far];
  const end = () => {
    pair.forEach((socket) => socket.destroy());
    pairs.delete(pair);
  };
  pairs.add(pair);
  pair.forEach((socket) => socket.on('error', end).on('close', end));
  near.pipe(far).pipe(near);
});
server.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));

process.stdin
  .on('data', () => pairs.forEach((pair) => pair.forEach((socket) => socket.resetAndDestroy())))
  .on('end', () => process.exit());
