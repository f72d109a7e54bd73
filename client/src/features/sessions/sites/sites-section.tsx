import { Button, Group, Text } from '@mantine/core';
import { IconBuildingBroadcastTower, IconListCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session, Site } from '../../../api/contract';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import classes from '../room/room.module.css';
import { useSessionChange } from '../use-session-change';
import { removeSite } from './api';
import { isAt, listOf } from './people';
import { PeopleDialog } from './people-dialog';
import { SiteDialog } from './site-dialog';

/** Places outside of the room: made, changed, and who is expected at each. */
export function SitesSection({ session }: { session: Session }) {
  const { t } = useTranslation('sites');
  const [asked, setAsked] = useState<{ act: 'edit' | 'people' | 'remove'; site: Site } | 'new' | null>(null);
  const close = () => setAsked(null);
  const remove = useSessionChange(async (site: Site) => {
    await removeSite(site.id);
    return { id: session.id };
  }, () => t('removed'));
  return (
    <Sheet title={t('title')} actions={session.can.keepSites ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsked('new')}>{t('make')}</Button> : null}>
      <Text c="dimmed" mb="sm">{t('lead')}</Text>
      {session.sites.length === 0 ? <Text>{t('none')}</Text>
        : <ul className="plain-list">{session.sites.map((site) => <SiteRow key={site.id} session={session} site={site} onAsk={(act) => setAsked({ act, site })} />)}</ul>}
      {asked === 'new' && <SiteDialog session={session} site={null} onClose={close} />}
      {asked !== null && asked !== 'new' && asked.act === 'edit' && <SiteDialog session={session} site={asked.site} onClose={close} />}
      {asked !== null && asked !== 'new' && asked.act === 'people' && <PeopleDialog session={session} site={asked.site} onClose={close} />}
      {asked !== null && asked !== 'new' && asked.act === 'remove' && <ConfirmDialog title={t('remove')} text={t('remove.text', { name: asked.site.name })} confirm={t('remove')} isBusy={remove.isPending} onConfirm={() => remove.mutate(asked.site, { onSuccess: close })} onClose={close} />}
    </Sheet>
  );
}

function SiteRow({ session, site, onAsk }: { session: Session; site: Site; onAsk: (act: 'edit' | 'people' | 'remove') => void }) {
  const { t } = useTranslation('sites');
  const people = listOf(session, site.id);
  const there = people.filter((person) => isAt(site.id, person)).length;
  return (
    <li className={classes.row}>
      <IconBuildingBroadcastTower size={28} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <Text fw={600}>{site.name}</Text>
        <Text size="sm" c="dimmed">{[t('count', { there, count: people.length }), site.place ?? '', site.contact ?? ''].filter((part) => part !== '').join(' · ')}</Text>
      </div>
      <Group gap="xs">
        <Button variant="default" component={Link} to={`/sessions/${session.id}/room/sites/${site.id}`} leftSection={<IconListCheck size={18} aria-hidden />} aria-label={t('list.of', { name: site.name })}>{t('list')}</Button>
        {session.can.keepSites && <Button variant="default" aria-label={t('people.of', { name: site.name })} onClick={() => onAsk('people')}>{t('people')}</Button>}
        {session.can.keepSites && <Button variant="default" aria-label={t('edit.of', { name: site.name })} onClick={() => onAsk('edit')}>{t('edit')}</Button>}
        {session.can.keepSites && <Button variant="default" aria-label={t('remove.of', { name: site.name })} onClick={() => onAsk('remove')}>{t('remove')}</Button>}
      </Group>
    </li>
  );
}
