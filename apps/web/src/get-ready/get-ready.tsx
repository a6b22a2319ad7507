import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight, IconCheck, IconVolume } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { doorOpensMinutes, type VisitPage } from '@okaeri/contracts';
import { useConfirm } from '../api/work';
import { later } from '../app/later';
import { Page } from '../app/page';
import { getReadyPath, paths, visitPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { useSay } from '../locale/say';
import { useSayOf } from '../locale/say-of';
import { CannotCome } from '../parts/cannot-come';
import { Clocks } from '../parts/clocks';
import { MoveSelf } from '../parts/move-self';
import { Phone } from '../visit/phone';
import classes from './get-ready.module.css';
import { stepAt, stepsOf } from './steps';
import type { ReadyStep } from './steps';

const FilesPanel = later(() => import('../files/panel'));
const OwnQuestions = later(() => import('../questions/own'));

export function GetReady({ page }: { page: VisitPage }) {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const steps = stepsOf(page);
  const at = stepAt(steps, search.get('step'));
  const step = steps[at] ?? 'when';
  const go = (to: number) => setSearch({ step: steps[to] ?? 'when' }, { replace: true });
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [step]);
  const last = step === 'done';
  return (
    <Page title={say('ready.title')} narrow>
      <div className={classes.screen} data-screen="get-ready" data-step={step}>
        <ol className={classes.progress} aria-hidden="true">
          {steps.map((one, index) => (
            <li key={one} data-done={index <= at || undefined} />
          ))}
        </ol>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          <span className={classes.quiet}>{say('register.step', { number: at + 1, all: steps.length })}</span>
          {say(`ready.${step}.title`)}
        </h2>
        <Step step={step} page={page} onNext={() => go(at + 1)} />
        <div className={formClasses.actions}>
          {!last && step !== 'when' && (
            <Button
              size="lg"
              rightSection={<IconArrowRight size={22} aria-hidden="true" />}
              variant={step === 'device' ? 'default' : 'filled'}
              onClick={() => go(at + 1)}
              data-action="next"
            >
              {say('common.continue')}
            </Button>
          )}
          {at > 0 && (
            <Button variant="subtle" size="lg" onClick={() => go(at - 1)} data-action="back">
              {say('common.back')}
            </Button>
          )}
        </div>
        {page.me.role === 'patient' && <Phone page={page} />}
      </div>
    </Page>
  );
}

function Step({ step, page, onNext }: { step: ReadyStep; page: VisitPage; onNext: () => void }) {
  switch (step) {
    case 'when':
      return <When page={page} onNext={onNext} />;
    case 'device':
      return <Device visitId={page.card.visitId} />;
    case 'files':
      return (
        <Suspense fallback={<Skeleton height={180} radius="lg" />}>
          <FilesPanel page={page} />
        </Suspense>
      );
    case 'questions':
      return (
        <Suspense fallback={<Skeleton height={180} radius="lg" />}>
          <OwnQuestions visitId={page.card.visitId} />
        </Suspense>
      );
    default:
      return <Done page={page} />;
  }
}

function When({ page, onNext }: { page: VisitPage; onNext: () => void }) {
  const say = useSay();
  const { card } = page;
  const confirm = useConfirm(card.visitId);
  const asked = card.confirmed === false;
  return (
    <>
      <p className={classes.words}>{say('ready.with', { name: card.other.display, institution: card.institution })}</p>
      <Clocks when={card.when} />
      {card.movedFrom && <p className={classes.moved}>{say('home.moved', { before: card.movedFrom })}</p>}
      {page.purpose && <blockquote className={classes.purpose}>{page.purpose}</blockquote>}
      {confirm.error && <Trouble error={confirm.error} />}
      {card.confirmed && <p className={formClasses.said}>{say('home.confirmed')}</p>}
      <div className={formClasses.actions}>
        {asked ? (
          <Button
            size="lg"
            loading={confirm.isPending}
            leftSection={<IconCheck size={22} aria-hidden="true" />}
            onClick={() => confirm.mutate(null, { onSuccess: onNext })}
            data-action="confirm"
          >
            {say('home.confirm')}
          </Button>
        ) : (
          <Button
            size="lg"
            rightSection={<IconArrowRight size={22} aria-hidden="true" />}
            onClick={onNext}
            data-action="next"
          >
            {say('common.continue')}
          </Button>
        )}
        <MoveSelf visit={card} />
        {card.myRole === 'patient' && card.door === 'early' && <CannotCome visit={card} />}
      </div>
    </>
  );
}

function Device({ visitId }: { visitId: string }) {
  const say = useSay();
  return (
    <>
      <p className={classes.words}>{say('ready.device.body')}</p>
      <div className={formClasses.actions}>
        <Button
          component={Link}
          to={paths.check}
          state={{ back: `${getReadyPath(visitId)}?step=device` }}
          size="lg"
          leftSection={<IconVolume size={22} aria-hidden="true" />}
          data-action="test-device"
        >
          {say('common.checkLink')}
        </Button>
      </div>
    </>
  );
}

function Done({ page }: { page: VisitPage }) {
  const say = useSayOf(page.kind);
  const open = page.card.door === 'open';
  return (
    <>
      <p className={classes.words}>
        {open ? say('home.next.joinHint') : say('ready.done.body', { minutes: doorOpensMinutes })}
      </p>
      <p className={classes.when} data-when>
        {page.card.when.sentence}
      </p>
      <div className={formClasses.actions}>
        <Button
          component={Link}
          to={visitPath(page.card.visitId)}
          size="lg"
          variant={open ? 'filled' : 'default'}
          data-action="join"
        >
          {say(open ? 'home.next.join' : 'ready.done.look')}
        </Button>
      </div>
    </>
  );
}
