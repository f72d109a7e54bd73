import { Button, Stack, Text } from '@mantine/core';
import { IconArmchair, IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { Page, Sheet } from '../../../ui/page';
import { SeatMap } from './seat-map';
import { SitesSection } from '../sites/sites-section';
import { DisplaysSection } from './displays-section';

/** What stands and hangs in the room of a session. */
export function RoomPage({ session }: { session: Session }) {
  const { t } = useTranslation(['room', 'meeting']);
  const localised = useLocalised();
  return (
    <Page title={t('page.title')} lead={localised(session.title, session.titleEn)} narrow
      actions={<Button variant="default" component={Link} to={`/sessions/${session.id}`} leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('meeting:chair.back')}</Button>}>
      <Stack gap="lg">
        <Sheet title={t('map.title')} actions={session.can.edit || session.can.editAgenda ? <Button variant="default" component={Link} to={`/sessions/${session.id}/room/seats`} leftSection={<IconArmchair size={20} aria-hidden />}>{t('plan.edit')}</Button> : null}>
          {session.attendance.length === 0 ? <Text>{t('sessions:attend.empty.text')}</Text> : <SeatMap session={session} />}
        </Sheet>
        <SitesSection session={session} />
        <DisplaysSection session={session} />
      </Stack>
    </Page>
  );
}
