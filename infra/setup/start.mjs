import { main } from './entry.mjs';
import { SetUpError } from './paths.mjs';

const usage = `npm start [-- --lan]

  --lan     for phones and other computers on this network: HTTPS, a code before the stage
  --dev     for contributors: pages and server follow the sources (npm run dev)
  --split   as in production: several processes of each kind behind one port (npm run start:split)

  PORT, DATABASE_URL, OKAERI_DEMO=0, OKAERI_NO_APT=1, MEDIASOUP_WORKER_BIN are read from the environment.
`;

function readArguments(args) {
  const known = ['--lan', '--dev', '--split', '--help'];
  const stranger = args.find((arg) => !known.includes(arg));
  if (stranger) {
    throw new SetUpError(`npm start does not know ${stranger}.\n\n${usage}`);
  }
  return Object.fromEntries(known.map((name) => [name.slice(2), args.includes(name)]));
}

await main(async (context) => {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const { start } = await import('./launch.mjs');
  return start(options, context);
});
