import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconLanguage, IconLogout, IconMenu2, IconVolume } from '@tabler/icons-react';
import { Link } from 'react-router';
import { localeNames, locales, localeTags } from '@okaeri/contracts';
import { useMe, useSignOut } from '../api/session';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { paths } from '../app/paths';
import classes from './shell.module.css';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** The reader's choices and the way out. Languages stand apart where there is room: a lost reader looks for her own. */
export function HeaderMenu() {
  const say = useSay();
  const me = useMe();
  const { locale } = useLocale();
  const wide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const apart = wide || !me;
  return (
    <div className={classes.menus}>
      {apart && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              px="xs"
              leftSection={wide && <IconLanguage size={22} aria-hidden="true" />}
              aria-label={say('common.languageIs', { language: localeNames[locale] })}
            >
              {localeNames[locale]}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Languages />
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="subtle" color="gray" leftSection={<IconMenu2 size={22} aria-hidden="true" />} px="xs">
            {say('common.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!apart && (
            <>
              <Menu.Label>{say('common.language')}</Menu.Label>
              <Languages />
              <Menu.Divider />
            </>
          )}
          <Schemes />
          {me && <Own />}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Languages() {
  const { locale, choose } = useLocale();
  return locales.map((one) => (
    <Menu.Item
      key={one}
      role="menuitemradio"
      aria-checked={one === locale}
      lang={localeTags[one]}
      leftSection={<Mark chosen={one === locale} />}
      onClick={() => choose(one)}
    >
      {localeNames[one]}
    </Menu.Item>
  ));
}

function Schemes() {
  const say = useSay();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{say('common.look.title')}</Menu.Label>
      {schemes.map((scheme) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={scheme === colorScheme}
          leftSection={<Mark chosen={scheme === colorScheme} />}
          onClick={() => setColorScheme(scheme)}
        >
          {say(`common.look.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function Own() {
  const say = useSay();
  const signOut = useSignOut();
  return (
    <>
      <Menu.Divider />
      <Menu.Item component={Link} to={paths.check} leftSection={<IconVolume size={20} aria-hidden="true" />}>
        {say('common.checkLink')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={20} aria-hidden="true" />} onClick={() => signOut.mutate()}>
        {say('common.signOut')}
      </Menu.Item>
    </>
  );
}

function Mark({ chosen }: { chosen: boolean }) {
  return chosen ? <IconCheck size={20} aria-hidden="true" /> : <span className={classes.noMark} />;
}
