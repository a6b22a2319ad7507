import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowBackUp, IconHome, IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { CallError } from '@okaeri/call';
import { doorOpensMinutes, type VisitPage } from '@okaeri/contracts';
import { Page } from '../../app/page';
import { getReadyPath, paths, qualityPath } from '../../app/paths';
import { useSayError } from '../../locale/say';
import { useSayOf } from '../../locale/say-of';
import { MoveSelf } from '../../parts/move-self';
import { CallbackLines } from '../callback/callbacks';
import { Phone } from '../phone';
import type { Screen } from '../steps';
import { Records } from './records';
import classes from './after.module.css';

export type AfterScreen = Exclude<Screen, 'door' | 'arrival' | 'wait' | 'call'>;

interface AfterProps {
  page: VisitPage;
  screen: AfterScreen;
  error: CallError | null;
  onComeBack: () => void;
}

/** Every way in which a visit is not going on here: what it means, what comes next, and one clear step. */
export function After({ page, screen, error, onComeBack }: AfterProps) {
  const say = useSayOf(page.kind);
  const sayError = useSayError();
  const patient = page.me.role === 'patient';
  const open = page.card.door === 'open';
  const again = screen === 'left' || screen === 'superseded' || screen === 'failed' || (screen === 'moved' && open);
  const ahead = screen === 'early' || (screen === 'moved' && !open);
  const over = screen === 'ended' || screen === 'left' || screen === 'cancelled';
  const words = wordsOf(screen, page);
  return (
    <Page title={say(words.title)} narrow={!(over && page.mayWrite)}>
      <Stack gap="lg">
        {screen === 'failed' ? (
          <Alert color="red" variant="light" role="alert" icon={<IconInfoCircle aria-hidden="true" />}>
            {sayError(error)}
          </Alert>
        ) : (
          words.body && <p className={classes.body}>{say(words.body, { minutes: doorOpensMinutes })}</p>
        )}
        {(screen === 'early' || screen === 'moved') && (
          <p className={classes.when} data-when>
            {page.card.when.sentence}
          </p>
        )}
        {(screen === 'early' || screen === 'moved') && page.card.movedFrom && (
          <p className={classes.body}>{say('home.moved', { before: page.card.movedFrom })}</p>
        )}
        {screen === 'ended' && page.card.status === 'fulfilled' && (
          <p className={classes.next}>{say(patient ? 'after.ended.patient' : 'after.ended.staff')}</p>
        )}
        <Group gap="sm">
          {again && (
            <Button
              size="lg"
              leftSection={<IconArrowBackUp size={22} aria-hidden="true" />}
              onClick={onComeBack}
              data-action="come-back"
            >
              {say(againWords[screen])}
            </Button>
          )}
          {ahead && (
            <Button size="lg" component={Link} to={getReadyPath(page.card.visitId)} data-action="get-ready">
              {say('home.next.getReady')}
            </Button>
          )}
          <Button
            size="lg"
            variant={again || ahead || over ? 'default' : 'filled'}
            component={Link}
            to={paths.start}
            leftSection={<IconHome size={22} aria-hidden="true" />}
          >
            {say(patient ? 'after.home' : 'after.today')}
          </Button>
        </Group>
        {ahead && (
          <div>
            <MoveSelf visit={page.card} />
          </div>
        )}
        {page.me.host && <CallbackLines page={page} />}
        {over && page.mayQuality && (
          <div>
            <Button component={Link} to={qualityPath(page.card.visitId)} variant="subtle" data-action="open-quality">
              {say('quality.open')}
            </Button>
          </div>
        )}
        {over && <Records page={page} />}
        {patient && <Phone page={page} />}
      </Stack>
    </Page>
  );
}

const againWords = {
  left: 'after.left.action',
  superseded: 'visit.closed.superseded.action',
  failed: 'common.tryAgain',
  moved: 'home.next.join',
} as const;

function wordsOf(screen: AfterScreen, page: VisitPage) {
  switch (screen) {
    case 'early':
      return { title: 'visit.early.title', body: 'visit.early.body' } as const;
    case 'left':
      return { title: 'after.left.title', body: 'after.left.body' } as const;
    case 'failed':
      return { title: 'error.title', body: null } as const;
    case 'moved':
      return { title: 'visit.closed.moved.title', body: null } as const;
    case 'cancelled':
      // She came and was not seen: that is ours, and never told as hers.
      if (['not_received', 'technical', 'kept_out'].includes(page.outcomeRule ?? '')) {
        return { title: 'visit.closed.notReceived.title', body: 'visit.closed.notReceived.body' } as const;
      }
      return { title: 'visit.closed.cancelled.title', body: 'visit.closed.cancelled.body' } as const;
    case 'ended':
      if (page.card.status === 'noshow') {
        return { title: 'visit.closed.noshow.title', body: 'visit.closed.noshow.body' } as const;
      }
      // Who ended it herself need not be told who did.
      return { title: 'visit.closed.ended.title', body: page.me.host ? null : 'visit.closed.ended.body' } as const;
    default:
      return { title: `visit.closed.${screen}.title`, body: `visit.closed.${screen}.body` } as const;
  }
}
