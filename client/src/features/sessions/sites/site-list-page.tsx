import { Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Session, Site } from '../../../api/contract';
import { NotFoundNote } from './not-found-note';
import { useLocalised } from '../../../ui/localised';
import { Page, Sheet } from '../../../ui/page';
import { useTimes } from '../../../ui/time';
import { CodeButton } from '../check-in/code-button';
import { useSessionChange } from '../use-session-change';
import { recordAtSite } from './api';
import { isAt, listOf, type SitePerson } from './people';
import classes from './sites.module.css';

/** The check-in list of one site: who is expected, who is there; to keep, and to print. */
export function SiteListPage({ session }: { session: Session }) {
  const { siteId = '' } = useParams();
  const site = session.sites.find(({ id }) => id === siteId);
  return site ? <SiteList session={session} site={site} /> : <NotFoundNote session={session} />;
}

function SiteList({ session, site }: { session: Session; site: Site }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const people = listOf(session, site.id);
  const there = people.filter((person) => isAt(site.id, person)).length;
  const lead = [localised(session.title, session.titleEn), dateTime(session.startsAt), site.place ?? '', site.contact ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <Page title={t('list.title', { name: site.name })} lead={lead} narrow actions={(
      <Group gap="sm" className={classes.notPrinted ?? ''}>
        <Button variant="default" component={Link} to={`/sessions/${session.id}/room`} leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('list.back')}</Button>
        {session.can.takeAttendance && <CodeButton session={session} site={site} />}
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>{t('list.print')}</Button>
      </Group>
    )}>
      <Sheet label={t('list.title', { name: site.name })}>
        <Text fw={600} mb="sm">{t('count', { there, count: people.length })}</Text>
        {people.length === 0 ? <Text>{t('list.none')}</Text> : (
          <table className={classes.table}>
            <thead><tr><th scope="col">{t('list.number')}</th><th scope="col">{t('list.who')}</th><th scope="col">{t('list.state')}</th><th scope="col" className={classes.signature}>{t('list.signature')}</th></tr></thead>
            <tbody>{people.map((person, index) => <PersonRow key={person.id} session={session} site={site} person={person} number={index + 1} />)}</tbody>
          </table>
        )}
      </Sheet>
    </Page>
  );
}

function PersonRow({ session, site, person, number }: { session: Session; site: Site; person: SitePerson; number: number }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const { clock } = useTimes();
  const change = useSessionChange((one: SitePerson) => recordAtSite({ sessionId: session.id, siteId: site.id }, one));
  const name = localised(person.name, person.nameEn);
  const isHere = isAt(site.id, person);
  const isElsewhere = person.isThere && !isHere;
  return (
    <tr>
      <td>{number}</td>
      <td><Text fw={500}>{name}</Text>{person.kind === 'guest' && <Text size="sm" c="dimmed">{t('list.guest')}</Text>}{person.siteId !== site.id && <Text size="sm" c="dimmed">{t('list.unexpected')}</Text>}</td>
      <td>
        <Text>{isHere ? t('list.here', { time: person.checkedInAt === null ? '' : clock(person.checkedInAt) }) : t(isElsewhere ? `list.elsewhere.${person.mode ?? 'room'}` : person.state === 'left' ? 'list.left' : 'list.notYet')}</Text>
        {session.can.takeAttendance && !isElsewhere && <Button className={classes.notPrinted ?? ''} variant="default" loading={change.isPending} onClick={() => change.mutate(person)} aria-label={t(isHere ? 'list.leave.of' : 'list.checkIn.of', { name })}>{t(isHere ? 'list.leave' : 'list.checkIn')}</Button>}
      </td>
      <td className={classes.signature} aria-hidden />
    </tr>
  );
}
