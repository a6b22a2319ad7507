import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconSettings, IconVolume } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useSignOut } from '../api/session';
import { paths } from '../app/paths';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import classes from './menu.module.css';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

interface Chosen {
  onChosen: () => void;
}

/** Each language in its own name: a reader who sees the wrong one still finds hers. */
export function Languages({ onChosen }: Chosen) {
  const say = useSay();
  const { locale, choose } = useLocale();
  return (
    <Group title={say('common.language')} columns>
      {locales.map((one) => (
        <Choice
          key={one}
          lang={localeTags[one]}
          chosen={one === locale}
          onClick={() => {
            choose(one);
            onChosen();
          }}
        >
          {localeNames[one]}
        </Choice>
      ))}
    </Group>
  );
}

export function Schemes({ onChosen }: Chosen) {
  const say = useSay();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group title={say('common.look.title')}>
      {schemes.map((scheme) => (
        <Choice
          key={scheme}
          chosen={scheme === colorScheme}
          onClick={() => {
            setColorScheme(scheme);
            onChosen();
          }}
        >
          {say(`common.look.${scheme}`)}
        </Choice>
      ))}
    </Group>
  );
}

/** For who is signed in. */
export function OwnLinks({ onChosen }: Chosen) {
  const say = useSay();
  const signOut = useSignOut();
  return (
    <div className={classes.group}>
      <Link to={paths.settings} className={classes.choice} onClick={onChosen} data-action="open-settings">
        <IconSettings size={20} aria-hidden="true" />
        {say('settings.title')}
      </Link>
      <Link to={paths.check} className={classes.choice} onClick={onChosen}>
        <IconVolume size={20} aria-hidden="true" />
        {say('common.checkLink')}
      </Link>
      <button type="button" className={classes.choice} onClick={() => signOut.mutate()} data-action="sign-out">
        <IconLogout size={20} aria-hidden="true" />
        {say('common.signOut')}
      </button>
    </div>
  );
}

function Group({ title, columns = false, children }: { title: string; columns?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.group}>
      <p id={id} className={classes.title}>
        {title}
      </p>
      <div className={columns ? classes.columns : undefined}>{children}</div>
    </div>
  );
}

interface ChoiceProps {
  chosen: boolean;
  lang?: string;
  onClick: () => void;
  children: ReactNode;
}

function Choice({ chosen, lang, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} aria-pressed={chosen} lang={lang} onClick={onClick}>
      {chosen ? <IconCheck size={20} aria-hidden="true" /> : <span className={classes.noMark} />}
      {children}
    </button>
  );
}
