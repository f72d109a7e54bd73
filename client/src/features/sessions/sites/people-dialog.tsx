import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, Site } from '../../../api/contract';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';
import { useSessionChange } from '../use-session-change';
import { placePeople } from './api';
import { peopleOf, type SitePerson } from './people';
import classes from './sites.module.css';

/** Who is expected at a site, all at once; whoever was expected elsewhere says where. */
export function PeopleDialog({ session, site, onClose }: { session: Session; site: Site; onClose: () => void }) {
  const { t } = useTranslation(['sites', 'ui']);
  const people = peopleOf(session);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(people.filter(({ siteId }) => siteId === site.id).map(({ id }) => id)));
  const idsOf = (kind: SitePerson['kind']) => people.filter((person) => person.kind === kind && chosen.has(person.id)).map(({ id }) => id);
  const save = useSessionChange(() => placePeople(site.id, { memberIds: idsOf('member'), guestIds: idsOf('guest') }), () => t('saved'));
  const toggle = (id: string) => setChosen((old) => (old.has(id) ? new Set([...old].filter((each) => each !== id)) : new Set([...old, id])));
  return (
    <Dialog title={t('people.title', { name: site.name })} size="lg" onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); save.mutate(undefined, { onSuccess: onClose }); }}>
        <Stack>
          {people.length === 0 ? <Text>{t('people.none')}</Text>
            : <ul className="plain-list">{people.map((person) => <li key={person.id}><Choice session={session} person={person} site={site} isChosen={chosen.has(person.id)} onToggle={() => toggle(person.id)} /></li>)}</ul>}
          <Group justify="flex-end" className={classes.bar ?? ''}><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={save.isPending}>{t('people.save', { count: chosen.size })}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Choice({ session, person, site, isChosen, onToggle }: { session: Session; person: SitePerson; site: Site; isChosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const elsewhere = person.siteId === site.id ? undefined : session.sites.find(({ id }) => id === person.siteId);
  return <Checkbox className={classes.choice ?? ''} label={localised(person.name, person.nameEn)} {...(elsewhere ? { description: t('people.elsewhere', { name: elsewhere.name }) } : {})} checked={isChosen} onChange={onToggle} />;
}
