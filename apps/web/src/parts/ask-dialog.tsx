import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { localeTags, type BookingPage, type When } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useBooking } from '../api/work';
import { useWrite } from '../api/write';
import { Loaded, Trouble } from '../app/trouble';
import { askOf, pairsFor } from '../book/pairs';
import formClasses from '../forms/form.module.css';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { languageNames } from '../people/languages';
import { Dialog } from './dialog';

interface Asked {
  visitId: string;
  episodeId: string;
  when: When;
}

/** Whom to ask to interpret: one after the other, until somebody accepts. */
export function AskDialog({ visit, onClose }: { visit: Asked; onClose: () => void }) {
  const say = useSay();
  const booking = useBooking(visit.episodeId, null);
  return (
    <Dialog title={say('ready.next.ask')} onClose={onClose}>
      <Loaded query={booking}>{(page) => <AskForm page={page} visit={visit} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function AskForm({ page, visit, onClose }: { page: BookingPage; visit: Asked; onClose: () => void }) {
  const say = useSay();
  const { locale } = useLocale();
  const pairs = pairsFor(page);
  const pairOf = (id: string) => pairs.find(({ personIds }) => personIds.includes(id))?.languages;
  const able = page.interpreters.filter(({ personId }) => pairOf(personId));
  const [chosen, setChosen] = useState<readonly string[]>(able.map(({ personId }) => personId));
  const ask = useWrite((personIds: readonly string[], key) =>
    body(
      typed.POST('/api/visits/{visitId}/asks', {
        params: { path: { visitId: visit.visitId }, header: keyed(key) },
        body: askOf({ personIds: [...personIds], languages: pairOf(personIds[0] ?? '') ?? ['en', 'ja'] }),
      }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0) ask.mutate(chosen, { onSuccess: onClose });
  };
  return (
    <form onSubmit={submit} noValidate className={formClasses.form}>
      <p className={formClasses.quiet}>{visit.when.sentence}</p>
      {able.length === 0 ? (
        <p>{say('asked.nobody')}</p>
      ) : (
        <fieldset className={formClasses.group}>
          <legend className={formClasses.legend}>{say('asked.whom')}</legend>
          <div className={formClasses.choices}>
            {able.map(({ personId, name, languages }) => (
              <label key={personId} className={formClasses.choice}>
                <input
                  type="checkbox"
                  name="askIds"
                  value={personId}
                  checked={chosen.includes(personId)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked ? [...chosen, personId] : chosen.filter((one) => one !== personId),
                    )
                  }
                />
                {name.display} – {languageNames(languages, localeTags[locale]).join(', ')}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {ask.error && <Trouble error={ask.error} />}
      <div className={formClasses.actions}>
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        {able.length > 0 && (
          <Button type="submit" loading={ask.isPending} disabled={chosen.length === 0} data-action="ask">
            {say('ready.next.ask')}
          </Button>
        )}
      </div>
    </form>
  );
}
