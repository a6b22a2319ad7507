import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { availabilityRuleKinds } from '@okaeri/contracts';
import { useSay } from '../locale/say';
import { About } from '../parts/about';
import card from '../parts/card.module.css';
import classes from './hours.module.css';
import { likeMonday, newRule, ruleAt, rulesOf, weekdays } from './values';
import type { Rule, Shown } from './values';

interface WeekProps {
  form: Shown;
  onForm: (form: Shown) => void;
}

/** Seven days, each with its hours; a day without any is a day off. */
export function Week({ form, onForm }: WeekProps) {
  const say = useSay();
  const write = (at: number, rule: Rule) =>
    onForm({ ...form, rules: form.rules.map((each, n) => (n === at ? rule : each)) });
  const remove = (gone: (rule: Rule, at: number) => boolean) =>
    onForm({ ...form, rules: form.rules.filter((rule, at) => !gone(rule, at)) });
  const add = (rule: Rule) => onForm({ ...form, rules: [...form.rules, rule] });
  return (
    <section aria-labelledby="hours-week">
      <h2 id="hours-week" className={card.heading}>
        {say('hours.week')}
      </h2>
      <ul className={classes.week}>
        {weekdays.map((weekday) => {
          const rules = rulesOf(form, weekday);
          const day = say(`weekday.d${weekday}`);
          const works = rules.length > 0;
          return (
            <li key={weekday} className={classes.day} data-weekday={weekday} data-works={works || undefined}>
              <label className={classes.name}>
                <input
                  type="checkbox"
                  checked={works}
                  onChange={(event) =>
                    event.currentTarget.checked
                      ? add(newRule(weekday, 'open'))
                      : remove((rule) => rule.weekday === weekday)
                  }
                />
                {day}
              </label>
              {!works && <p className={classes.quiet}>{say('hours.dayOff')}</p>}
              {rules.map(({ rule, at }) => (
                <Line
                  key={at}
                  rule={rule}
                  day={day}
                  onRule={(next) => write(at, next)}
                  onRemove={() => remove((_, n) => n === at)}
                />
              ))}
              {works && (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconPlus size={20} aria-hidden="true" />}
                  onClick={() => add(newRule(weekday, 'break'))}
                  data-action="rule-add"
                >
                  {say('hours.addLine')}
                  <About name={day} />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        mt="md"
        className={classes.like}
        onClick={() => onForm(likeMonday(form))}
        data-action="like-monday"
      >
        {say('hours.likeMonday')}
      </Button>
    </section>
  );
}

interface LineProps {
  rule: Rule;
  day: string;
  onRule: (rule: Rule) => void;
  onRemove: () => void;
}

function Line({ rule, day, onRule, onRemove }: LineProps) {
  const say = useSay();
  const of = (what: string) => `${day}: ${what}`;
  return (
    <div className={classes.line}>
      <NativeSelect
        className={classes.kind}
        aria-label={of(say('hours.kind'))}
        value={rule.kind}
        onChange={(event) => {
          const kind = availabilityRuleKinds.find((one) => one === event.currentTarget.value);
          if (kind) onRule({ ...rule, kind });
        }}
      >
        {availabilityRuleKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`hours.kind.${kind}`)}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        type="time"
        className={classes.time}
        required
        aria-label={of(say('hours.from'))}
        value={rule.from}
        onChange={(event) => event.currentTarget.value && onRule(ruleAt(rule, event.currentTarget.value, rule.to))}
      />
      <span aria-hidden="true">–</span>
      <TextInput
        type="time"
        className={classes.time}
        required
        aria-label={of(say('hours.to'))}
        value={rule.to}
        onChange={(event) => event.currentTarget.value && onRule(ruleAt(rule, rule.from, event.currentTarget.value))}
      />
      <ActionIcon color="gray" aria-label={of(say('hours.remove'))} onClick={onRemove} data-action="rule-remove">
        <IconTrash size={22} aria-hidden="true" />
      </ActionIcon>
      {rule.overnight && <p className={classes.overnight}>{say('hours.overnight')}</p>}
    </div>
  );
}
