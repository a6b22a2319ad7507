import { Button, Popover, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLanguage, IconMenu2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { localeNames } from '@okaeri/contracts';
import { useMe } from '../api/session';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { Languages, OwnLinks, Schemes } from './choices';
import classes from './menu.module.css';

/** The reader's choices and the way out. Languages stand apart where there is room: a lost reader looks for her own. */
export function HeaderMenu() {
  const say = useSay();
  const me = useMe();
  const { locale } = useLocale();
  const wide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  const apart = wide || !me;
  // On a phone two words beside the name leave no room for signs.
  const alone = wide || !apart;
  return (
    <div className={classes.menus}>
      {apart && (
        <Panel
          icon={wide && <IconLanguage size={22} aria-hidden="true" />}
          label={
            <>
              <VisuallyHidden>{say('common.language')}: </VisuallyHidden>
              {localeNames[locale]}
            </>
          }
        >
          {(close) => <Languages onChosen={close} />}
        </Panel>
      )}
      <Panel icon={alone && <IconMenu2 size={22} aria-hidden="true" />} label={say('common.menu')}>
        {(close) => (
          <>
            {!apart && <Languages onChosen={close} />}
            <Schemes onChosen={close} />
            {me && <OwnLinks onChosen={close} />}
          </>
        )}
      </Panel>
    </div>
  );
}

interface PanelProps {
  icon: ReactNode;
  label: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button and the panel below it. It stays inside the header, so that the order of the keyboard is the order seen. */
function Panel({ icon, label, children }: PanelProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={304}
      shadow="md"
      withinPortal={false}
      withRoles={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 120 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          classNames={{ root: classes.button, inner: classes.inner, section: classes.section, label: classes.label }}
          leftSection={icon}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>{children(close)}</Popover.Dropdown>
    </Popover>
  );
}
