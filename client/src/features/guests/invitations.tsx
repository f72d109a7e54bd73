import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Invitation } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { useNow, useTimes } from '../../ui/time';
import { invitationsQuery } from './api';
import { MyAnswer } from './my-answer';
import { UnitInvitations } from './unit-invitations';

/** The desk of somebody who is only a guest. */
export function InvitationsPage() {
  const { t } = useTranslation('guests');
  return <Page title={t('desk.title')} lead={t('desk.lead')}><UnitInvitations /><Invitations /></Page>;
}

/** Sessions I am invited to or attend for a member: when, where, what, and what I answered. */
export function Invitations() {
  const { t } = useTranslation('guests');
  const query = useQuery(invitationsQuery);
  return (
    <QueryView query={query}>{({ invitations }) => (invitations.length === 0
      ? <Empty icon={<IconMail size={48} stroke={1.2} />} title={t('desk.none.title')}>{t('desk.none.text')}</Empty>
      : <Stack gap="lg">{invitations.map((each) => <InvitationCard key={each.sessionId} invitation={each} />)}</Stack>)}
    </QueryView>
  );
}

function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('guests');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const { guest, items } = invitation;
  const title = localised(invitation.title, invitation.titleEn);
  const isUnderWay = invitation.state === 'inSession' || invitation.state === 'suspended';
  return (
    <Sheet label={title}>
      <Text size="sm" c="dimmed" fw={500}>{localised(invitation.bodyName, invitation.bodyNameEn)} · {t(`kind.${guest.kind}`)}</Text>
      <Title order={2} mt={2}>{title}</Title>
      <Text mt={6}>{dateTime(invitation.startsAt)}{!isUnderWay && new Date(invitation.startsAt).getTime() > now && <> · <strong>{left(invitation.startsAt, now)}</strong></>}</Text>
      <Text c="dimmed">{invitation.place}</Text>
      {items.length > 0 && (
        <section aria-label={t('desk.items')}>
          <Text size="sm" fw={500} mt="sm">{t('desk.items')}</Text>
          <ul className="plain-list">{items.map((item) => <li key={item.id}><Text>{item.number}. {localised(item.title, item.titleEn)}</Text></li>)}</ul>
        </section>
      )}
      <Stack gap="sm" mt="md">
        <MyAnswer guest={guest} isUnderWay={isUnderWay} />
        {guest.state !== 'declined' && <Group><Button component={Link} to={`/sessions/${invitation.sessionId}`} variant="default">{t('desk.open')}</Button></Group>}
      </Stack>
    </Sheet>
  );
}
