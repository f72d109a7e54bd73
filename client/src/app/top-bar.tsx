import { Button, Kbd } from '@mantine/core';
import { IconCheck, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MyBody } from '../api/contract';
import { lazyPart } from '../api/lazy-part';
import { Emblem } from '../ui/emblem';
import { useLocalised } from '../ui/localised';
import { ConnectionMark } from './connection-mark';
import { useCurrentBody } from './current-body';
import { MeMenu } from './me-menu';
import classes from './shell.module.css';
import { Menu } from '../ui/menu';

const Bell = lazyPart(() => import('../features/notifications/bell'));

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

export function TopBar({ onSearch, onHelp }: { onSearch: () => void; onHelp: () => void }) {
  const { t } = useTranslation(['shell', 'ui']);
  return (
    <header className={classes.top}>
      <Link to="/desk" className={classes.name} aria-label={t('nav.desk')}><Emblem size={34} /><span>{t('ui:product')}</span></Link>
      <BodySwitch />
      <div className={classes.space} />
      <Button variant="default" className={classes.search} justify="space-between" onClick={onSearch} aria-label={t('search')} aria-keyshortcuts="Control+K Meta+K"
        leftSection={<IconSearch size={18} aria-hidden />} rightSection={<Kbd className={classes.searchKey}>{commandKey}</Kbd>}>
        <span className={classes.searchText}>{t('search')}</span>
      </Button>
      <ConnectionMark />
      <Suspense><Bell /></Suspense>
      <MeMenu onHelp={onHelp} />
    </header>
  );
}

function BodySwitch() {
  const { t } = useTranslation('shell');
  const localised = useLocalised();
  const { me, body, choose } = useCurrentBody();
  if (body === null) return null;
  const marked = (name: string, { kind }: MyBody) => (kind === 'rehearsal' ? `${name} · ${t('body.rehearsal')}` : name);
  const short = marked(body.shortName, body);
  if (me.bodies.length === 1) return <strong>{short}</strong>;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button variant="subtle" color="gray" c="inherit" px="sm" rightSection={<IconChevronDown size={16} aria-hidden />} aria-label={`${t('body.switch')}: ${short}`}>{short}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('body.switch')}</Menu.Label>
        {me.bodies.map((each) => (
          <Menu.Item key={each.id} onClick={() => choose(each.id)} rightSection={each.id === body.id ? <IconCheck size={18} aria-hidden /> : null} aria-current={each.id === body.id || undefined}>
            {marked(localised(each.name, each.nameEn), each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
