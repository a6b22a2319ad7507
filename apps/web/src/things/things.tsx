import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { thingKinds, type ThingForm, type ThingView } from '@okaeri/contracts';
import { body, keyed, typed } from '../api/typed';
import { useWrite } from '../api/write';
import { hoursPath } from '../app/paths';
import { Trouble } from '../app/trouble';
import { ChoiceField, TextField } from '../forms/fields';
import formClasses from '../forms/form.module.css';
import { useForm } from '../forms/use-form';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import list from '../parts/list.module.css';

/** Rooms and devices that visits can take up, each with hours of its own. */
export function Things({ things, institutionId }: { things: readonly ThingView[]; institutionId: string }) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  return (
    <section className={card.section} aria-labelledby="people-things" data-things={things.length}>
      <h2 id="people-things" className={card.heading}>
        {say('things.title')}
      </h2>
      {things.length === 0 && !adding && <p className={formClasses.quiet}>{say('things.none')}</p>}
      {things.length > 0 && (
        <ul className={list.list}>
          {things.map((thing) => (
            <Thing key={thing.thingId} thing={thing} />
          ))}
        </ul>
      )}
      {adding ? (
        <Add institutionId={institutionId} onDone={() => setAdding(false)} />
      ) : (
        <div className={formClasses.actions}>
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => setAdding(true)}
            data-action="open-thing"
          >
            {say('things.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Thing({ thing: { thingId, kind, name } }: { thing: ThingView }) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const end = useWrite((_: null) => body(typed.DELETE('/api/things/{thingId}', { params: { path: { thingId } } })));
  return (
    <li className={list.row} data-thing={thingId}>
      <div className={list.words}>
        <p className={list.main}>{name}</p>
        <p className={list.quiet}>{ending ? say('things.end.what') : say(`strips.${kind}`)}</p>
      </div>
      <div className={list.actions}>
        {ending ? (
          <>
            <Button color="red" loading={end.isPending} onClick={() => end.mutate(null)} data-action="end-thing">
              {say('things.end.yes')}
              <About name={name} />
            </Button>
            <Button variant="default" onClick={() => setEnding(false)}>
              {say('people.end.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button component={Link} to={hoursPath(thingId)} variant="default" data-action="open-thing-hours">
              {say('hours.open')}
              <About name={name} />
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setEnding(true)} data-action="open-end-thing">
              {say('things.end.open')}
              <About name={name} />
            </Button>
          </>
        )}
      </div>
      {end.error && <Trouble error={end.error} />}
    </li>
  );
}

function Add({ institutionId, onDone }: { institutionId: string; onDone: () => void }) {
  const say = useSay();
  const form = useForm({ kind: 'room', name: '' }, null);
  const save = useWrite((thing: ThingForm, key) =>
    body(typed.POST('/api/things', { params: { header: keyed(key) }, body: thing })),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.need(['name'])) return;
    const kind = thingKinds.find((one) => one === form.values.kind) ?? 'room';
    save.mutate(
      { institutionId, kind, name: form.values.name.trim() },
      { onSuccess: onDone, onError: (error) => form.refuse(error) },
    );
  };
  return (
    <form id={form.id} onSubmit={submit} noValidate className={formClasses.form}>
      <div className={formClasses.pair}>
        <ChoiceField
          form={form}
          name="kind"
          label={say('things.kind')}
          options={thingKinds.map((kind) => ({ value: kind, label: say(`strips.${kind}`) }))}
        />
        <TextField form={form} name="name" label={say('things.name')} maxLength={120} first />
      </div>
      {save.error && Object.keys(form.mistakes).length === 0 && <Trouble error={save.error} />}
      <div className={formClasses.actions}>
        <Button type="submit" loading={save.isPending} data-action="add-thing">
          {say('things.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {say('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
