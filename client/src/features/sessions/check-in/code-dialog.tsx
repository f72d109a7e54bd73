import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../api/lazy-part';
import type { Session, Site } from '../../../api/contract';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';
import { QueryView } from '../../../ui/states';
import { useNow } from '../../../ui/time';
import { checkInCodeQuery, type HeardCode } from './api';
import classes from './check-in.module.css';

const QrCode = lazyPart(async () => ({ default: (await import('../../../ui/qr-code')).QrCode }));

/** The code as large as the screen, for a tablet that is handed round or stands at the door. */
export function CodeDialog({ session, site, onClose }: { session: Session; site: Site | null; onClose: () => void }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const query = useQuery(checkInCodeQuery(session.id, site?.id ?? null));
  return (
    <Dialog title={t('code.title')} size="full" closeOnClickOutside={false} onClose={onClose}>
      <Stack align="center" gap="xs">
        <Text fw={600} ta="center">{localised(session.title, session.titleEn)}{site === null ? '' : ` · ${site.name}`}</Text>
        <Text c="dimmed" ta="center">{t('code.lead')}</Text>
        <QueryView query={query} rows={3}>{(code) => <Code code={code} isFailing={query.isError} />}</QueryView>
      </Stack>
    </Dialog>
  );
}

function Code({ code, isFailing }: { code: HeardCode; isFailing: boolean }) {
  const { t } = useTranslation('sites');
  const left = Math.ceil((code.heardAt + code.secondsLeft * 1000 - useNow(500)) / 1000);
  // It counts for half a minute more: whoever scans now still has the time to tap.
  if (isFailing && left < -15) return <Text role="alert" fw={600}>{t('code.stopped')}</Text>;
  return (
    <>
      <div className={classes.code}><Suspense><QrCode text={window.location.origin + code.address} label={t('code.label')} size="full" /></Suspense></div>
      <Text c="dimmed" aria-hidden>{t('code.next', { seconds: Math.max(0, left) })}</Text>
    </>
  );
}
