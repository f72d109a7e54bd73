import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { CheckedIn } from '../../../api/contract';
import { asRefusal } from '../../../api/refusal';
import { useLocalised } from '../../../ui/localised';
import { Page, Sheet } from '../../../ui/page';
import { useRefusalText } from '../../../ui/refusal-text';
import { useTimes } from '../../../ui/time';
import { sessionQuery } from '../api';
import { sessionKey } from '../keys';
import { checkIn } from './api';
import classes from './check-in.module.css';

/** Where the QR code leads: one tap and one is there. Opening the page changes nothing, so that a link somebody sends does not. */
export function CheckInPage() {
  const { sessionId = '' } = useParams();
  const { hash } = useLocation();
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  const client = useQueryClient();
  const session = useQuery({ ...sessionQuery(sessionId), retry: false });
  const code = new URLSearchParams(hash.slice(1)).get('code') ?? '';
  const act = useMutation({
    mutationFn: () => checkIn(sessionId, code),
    onSuccess: () => Promise.all([sessionKey(sessionId), ['sessions'], ['desk'], ['invitations']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <Page title={t('checkIn.title')} lead={session.data && localised(session.data.title, session.data.titleEn)} narrow>
      <Sheet label={t('checkIn.title')}>
        {act.data ? <Done answer={act.data} />
          : code === '' ? <Text>{t('checkIn.noCode')}</Text>
            : (
              <Stack gap="md">
                <Text>{t('checkIn.lead')}</Text>
                {act.isError && <WhyNot error={act.error} />}
                <Button size="xl" fullWidth className={classes.big ?? ''} loading={act.isPending} onClick={() => act.mutate()}>{t('checkIn.act')}</Button>
              </Stack>
            )}
      </Sheet>
    </Page>
  );
}

function Done({ answer }: { answer: CheckedIn }) {
  const { t } = useTranslation('sites');
  const { clock } = useTimes();
  return (
    <Stack gap="md" align="center" ta="center" role="status">
      <IconCircleCheck size={72} stroke={1.4} className={classes.done} aria-hidden />
      <Text fw={600} size="lg">{t(answer.isNew ? 'checkIn.done' : 'checkIn.already', { time: clock(answer.checkedInAt) })}{answer.siteName === null ? '' : ` ${t('checkIn.site', { name: answer.siteName })}`}</Text>
      <Button component={Link} to={`/sessions/${answer.id}`} variant="default" size="lg">{t('checkIn.session')}</Button>
    </Stack>
  );
}

function WhyNot({ error }: { error: unknown }) {
  const { t } = useTranslation('sites');
  const textOf = useRefusalText();
  const { status } = asRefusal(error);
  return <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>{status === 404 ? t('checkIn.notYours') : status === 400 ? t('checkIn.noCode') : textOf(error)}</Alert>;
}
