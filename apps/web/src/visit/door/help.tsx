import { Alert, Button, CopyButton, Group, Stack } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useSay } from '../../locale/say';
import { appAround, browserKind, systemOf, wayOut } from './browser';
import type { Trouble, WayOn } from './trouble';
import classes from './door.module.css';

interface HelpProps {
  trouble: Trouble;
  ways: WayOn[];
  busy: boolean;
  onWay: (way: WayOn) => void;
}

const choices = { soundOnly: 'sound', listenOnly: 'listen', testPicture: 'test' } as const;

/** Why there is no picture or sound, how to get it, and how to go on without. */
export function Help({ trouble, ways, busy, onWay }: HelpProps) {
  const say = useSay();
  const { problem, what } = trouble;
  const app = appAround(navigator.userAgent);
  const inApp = problem === 'unsupported' && app !== null;
  const others = ways.filter((way) => way !== 'openElsewhere' && way !== 'again');
  return (
    <Alert
      className={classes.help}
      variant="light"
      role="alert"
      title={inApp ? say('check.inApp.title') : say(`check.reason.${problem}.title`, { device: what })}
      data-problem={problem}
    >
      <Stack gap="md">
        <p className={classes.flat}>{say(inApp ? 'check.inApp.body' : bodyOf(problem))}</p>
        {ways.includes('openElsewhere') && <OpenElsewhere app={app} />}
        {ways.includes('again') && (
          <div>
            <Button loading={busy} onClick={() => onWay('again')}>
              {say('common.tryAgain')}
            </Button>
          </div>
        )}
        <div role="group" aria-label={say('check.choice.title')} className={classes.choices}>
          <p className={classes.choicesTitle} aria-hidden="true">
            {say('check.choice.title')}
          </p>
          {others.map((way) => (
            <div key={way} className={classes.choice}>
              <Button variant="default" onClick={() => onWay(way)} data-way={way} aria-describedby={`way-${way}`}>
                {say(`check.choice.${choices[way as keyof typeof choices]}`)}
              </Button>
              <span id={`way-${way}`} className={classes.quiet}>
                {say(`check.choice.${choices[way as keyof typeof choices]}.hint`)}
              </span>
            </div>
          ))}
        </div>
      </Stack>
    </Alert>
  );
}

/** A refusal is undone in the browser, and each kind of browser hides that somewhere else. */
const bodyOf = (problem: Trouble['problem']) =>
  problem === 'denied' ? (`check.allow.${kindOfBrowser()}` as const) : (`check.reason.${problem}.body` as const);

const kindOfBrowser = () =>
  systemOf(navigator.userAgent, navigator.maxTouchPoints) === 'ios' ? 'ios' : browserKind(navigator.userAgent);

/** The link in a form that leaves the app around this page, or at least can be carried out of it. */
export function OpenElsewhere({ app }: { app: string | null }) {
  const say = useSay();
  const address = window.location.href;
  const out = wayOut(address, app, systemOf(navigator.userAgent, navigator.maxTouchPoints));
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {out && (
          <Button component="a" href={out} leftSection={<IconExternalLink size={20} aria-hidden="true" />}>
            {say('check.inApp.open')}
          </Button>
        )}
        <CopyButton value={address} timeout={4000}>
          {({ copied, copy }) => (
            <Button
              variant={out ? 'default' : 'filled'}
              leftSection={
                copied ? <IconCheck size={20} aria-hidden="true" /> : <IconCopy size={20} aria-hidden="true" />
              }
              onClick={copy}
            >
              {say(copied ? 'check.inApp.copied' : 'check.inApp.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <code className={classes.address}>{address}</code>
    </Stack>
  );
}

/** Shown before anything fails: the browser inside an app mostly does. */
export function InsideApp({ app }: { app: string }) {
  const say = useSay();
  return (
    <Alert className={classes.help} variant="light" title={say('check.inApp.title')} data-app={app}>
      <Stack gap="sm">
        <p className={classes.flat}>{say('check.inApp.body')}</p>
        <OpenElsewhere app={app} />
      </Stack>
    </Alert>
  );
}
