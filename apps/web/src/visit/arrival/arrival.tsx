import { Alert, Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import type { CallError } from '@okaeri/call';
import {
  arrivalCountries,
  emergencyNumber,
  localeTags,
  type Arrival as Answer,
  type VisitPage,
} from '@okaeri/contracts';
import { Page } from '../../app/page';
import { useLocale } from '../../locale/locale';
import { Name } from '../../locale/name';
import { Say, useSayError } from '../../locale/say';
import { useSayOf } from '../../locale/say-of';
import { sortedCountries } from './countries';
import { arrivalOf, mistakesOf } from './fields';
import type { ArrivalDraft, ArrivalField } from './fields';
import classes from './arrival.module.css';

interface ArrivalProps {
  page: VisitPage;
  busy: boolean;
  error: CallError | null;
  onArrive: (answer: Answer) => void;
}

const fields: readonly ArrivalField[] = ['itsMe', 'place', 'country', 'callbackNumber'];
const missing = {
  itsMe: 'arrival.identity.missing',
  place: 'arrival.place.missing',
  country: 'arrival.country.missing',
  callbackNumber: 'arrival.phone.missing',
} as const;

/** Who am I, where am I now, how to reach me: an ambulance must find her, and a lost call must go on by telephone. */
export function Arrival({ page, busy, error, onArrive }: ArrivalProps) {
  const say = useSayOf(page.kind);
  const sayError = useSayError();
  const { locale } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const me = page.seats.find(({ seatId }) => seatId === page.me.seatId);
  const [draft, setDraft] = useState<ArrivalDraft>({
    itsMe: false,
    place: page.arrivalDefaults?.place ?? '',
    country: page.arrivalDefaults?.country ?? '',
    callbackNumber: page.arrivalDefaults?.callbackNumber ?? '',
  });
  const [tried, setTried] = useState(false);
  const mistakes = tried ? mistakesOf(draft) : {};
  const count = Object.keys(mistakes).length;
  const countries = useMemo(() => sortedCountries(arrivalCountries, localeTags[locale]), [locale]);
  const change = <F extends ArrivalField>(field: F, value: ArrivalDraft[F]) => setDraft({ ...draft, [field]: value });
  const mistake = (field: ArrivalField) =>
    mistakes[field] && (mistakes[field] === 'tooLong' ? say('arrival.place.tooLong') : say(missing[field]));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const found = mistakesOf(draft);
    const first = fields.find((field) => found[field]);
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else onArrive(arrivalOf(draft));
  };

  return (
    <Page title={say('arrival.title')} lead={say('arrival.lead')} narrow>
      <form ref={form} onSubmit={submit} noValidate className={classes.form}>
        <Stack gap="xl">
          {me && (
            <Checkbox
              name="itsMe"
              size="lg"
              label={<Say id="arrival.identity.label" values={{ name: <Name name={me.name} /> }} />}
              description={say('arrival.identity.hint')}
              checked={draft.itsMe}
              onChange={(event) => change('itsMe', event.currentTarget.checked)}
              error={mistake('itsMe')}
              classNames={{ root: classes.tick }}
            />
          )}
          <TextInput
            name="place"
            autoComplete="street-address"
            label={say('arrival.place.label')}
            description={say('arrival.place.hint')}
            value={draft.place}
            maxLength={240}
            onChange={(event) => change('place', event.currentTarget.value)}
            error={mistake('place')}
          />
          <NativeSelect
            name="country"
            autoComplete="country"
            label={say('arrival.country.label')}
            description={draft.country && say('arrival.emergency', { number: emergencyNumber(draft.country) })}
            value={draft.country}
            onChange={(event) => change('country', event.currentTarget.value)}
            error={mistake('country')}
          >
            {!page.arrivalDefaults?.country && <option value="">{say('arrival.country.missing')}</option>}
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
          <TextInput
            name="callbackNumber"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            label={say('arrival.phone.label')}
            description={say('arrival.phone.hint')}
            value={draft.callbackNumber}
            maxLength={40}
            onChange={(event) => change('callbackNumber', event.currentTarget.value)}
            error={mistake('callbackNumber')}
          />
          <div>
            <p role="status" className={classes.status}>
              {count > 0 && say('arrival.missing', { count })}
            </p>
            {error && !busy && error.code !== 'arrival_needed' && (
              <Alert color="red" variant="light" role="alert" icon={<IconInfoCircle aria-hidden="true" />} mb="md">
                {sayError(error)}
              </Alert>
            )}
            <Button type="submit" size="lg" fullWidth loading={busy} data-action="arrive">
              {say('arrival.submit')}
            </Button>
            <p className={classes.kept}>{say('arrival.kept')}</p>
          </div>
        </Stack>
      </form>
    </Page>
  );
}
