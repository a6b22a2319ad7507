import { Button } from '@mantine/core';
import type { Duplicate } from '@okaeri/contracts';
import { Page } from '../app/page';
import { Trouble } from '../app/trouble';
import formClasses from '../forms/form.module.css';
import { Name } from '../locale/name';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import classes from './duplicates.module.css';
import type { PatientValues } from './values';

interface DuplicatesProps {
  values: PatientValues;
  found: readonly Duplicate[];
  busy: boolean;
  error: unknown;
  onSame: (personId: string) => void;
  onOther: () => void;
  onBack: () => void;
}

/** Perhaps she is registered already. Both records side by side, and a person decides; nothing is merged by itself. */
export function Duplicates({ values, found, busy, error, onSame, onOther, onBack }: DuplicatesProps) {
  const say = useSay();
  const refused = (error as { code?: string } | null)?.code;
  return (
    <Page title={say('register.same.title')} lead={say('register.same.lead')}>
      <div data-screen="register-duplicate">
        {found.map((one) => (
          <section key={one.personId} className={classes.pair} aria-label={one.name.display}>
            <Card title={say('register.same.new')}>
              <Line label={say('form.name')} value={[...new Set([values.name, values.nameLatin])].join(' / ')} />
              <Line label={say('form.birthDate')} value={values.birthDate} />
              <Line label={say('register.place')} value={values.place} />
            </Card>
            <Card
              title={say('register.same.known')}
              known
              foot={one.why.map((why) => say(`register.same.why.${why}`)).join(' ')}
            >
              <Line label={say('form.name')} value={<Name name={one.name} both />} alike={one.why.includes('name')} />
              <Line label={say('form.birthDate')} value={one.birthDate ?? '–'} />
              <Line label={say('register.place')} value={one.place} />
            </Card>
            <Button
              size="lg"
              disabled={busy}
              onClick={() => onSame(one.personId)}
              data-action="same-person"
              className={classes.answer}
            >
              {say('register.same.yes')}
              <About name={one.name.display} />
            </Button>
          </section>
        ))}
        {error !== null && refused !== 'duplicate_found' && <Trouble error={error} />}
        <div className={formClasses.actions}>
          <Button variant="default" size="lg" loading={busy} onClick={onOther} data-action="other-person">
            {say('register.same.no')}
          </Button>
          <Button variant="subtle" size="lg" onClick={onBack}>
            {say('common.back')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

interface CardProps {
  title: string;
  known?: boolean;
  foot?: string;
  children: React.ReactNode;
}

function Card({ title, known = false, foot, children }: CardProps) {
  return (
    <div className={classes.card} data-known={known || undefined}>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.lines}>{children}</dl>
      {foot && <p className={classes.why}>{foot}</p>}
    </div>
  );
}

function Line({ label, value, alike = false }: { label: string; value: React.ReactNode; alike?: boolean }) {
  return (
    <div className={classes.line} data-alike={alike || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
