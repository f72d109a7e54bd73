import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCalendarEvent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dossier } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet, useDocumentTitle } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { Checks } from './checks';
import { DossierActs } from './dossier-acts';
import { StateMark } from './state-mark';
import classes from './dossiers.module.css';

interface DossierPageProps { dossier: Dossier; files: ReactNode; reader: ReactNode; onCloseReader: () => void }

/** A dossier: its files on the left, what the checks say and what can be done on the right. */
export function DossierPage({ dossier, files, reader, onCloseReader }: DossierPageProps) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  useDocumentTitle(localised(dossier.title, dossier.titleEn));
  return (
    <div className={classes.detail}>
      <Header dossier={dossier} />
      {reader !== null && (
        <div>
          <Button variant="subtle" color="gray" px="xs" mb={4} leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onCloseReader}>{t('backToFiles')}</Button>
          <div className={classes.reader}>{reader}</div>
        </div>
      )}
      {reader === null && (
        <div className={classes.columns}>
          <div className={classes.stack}>
            {dossier.summary !== null && <Sheet title={t('summary')}><Text style={{ whiteSpace: 'pre-wrap' }}>{dossier.summary}</Text></Sheet>}
            <Sheet title={t('files.title')}>{files}</Sheet>
          </div>
          <div className={classes.stack}>
            <Checks dossier={dossier} />
            <Facts dossier={dossier} />
          </div>
        </div>
      )}
    </div>
  );
}

function Header({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  return (
    <div>
      <Button component={Link} to="/dossiers" variant="subtle" color="gray" px="xs" mb={4} leftSection={<IconArrowLeft size={18} aria-hidden />}>{t('back')}</Button>
      <Group justify="space-between" align="flex-start" gap="md" mb="lg">
        <div style={{ flex: '1 1 420px', minWidth: 0 }}>
          <Title order={1}>{localised(dossier.title, dossier.titleEn)}</Title>
          <Group gap="xs" mt={8}><StateMark state={dossier.state} /><Text>{dossier.organisation}</Text></Group>
        </div>
        <Group gap="sm">
          {dossier.sessionId !== null && <Button component={Link} to={`/sessions/${dossier.sessionId}?item=${dossier.itemId ?? ''}`} leftSection={<IconCalendarEvent size={18} aria-hidden />}>{t('toSession')}</Button>}
          <DossierActs dossier={dossier} />
        </Group>
      </Group>
      {dossier.state === 'returned' && dossier.returnReason !== null && <Alert mb="lg" color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('returned.title')}><Text style={{ whiteSpace: 'pre-wrap' }}>{dossier.returnReason}</Text></Alert>}
    </div>
  );
}

function Facts({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const { dateTime, day } = useTimes();
  const facts: [string, string][] = [
    [t('fact.sponsor'), dossier.organisation], [t('fact.kind'), t(`agenda:kind.${dossier.kind}`)],
    ...(dossier.wishedOn === null ? [] : [[t('fact.wished'), day(dossier.wishedOn)] satisfies [string, string]]),
    [t('fact.created'), dateTime(dossier.createdAt)],
    ...(dossier.submittedAt === null ? [] : [[t('fact.submitted'), dateTime(dossier.submittedAt)] satisfies [string, string]]),
    ...(dossier.decidedAt === null ? [] : [[t(`fact.decided.${dossier.state === 'returned' ? 'returned' : dossier.state === 'placed' ? 'placed' : 'checked'}`), dateTime(dossier.decidedAt)] satisfies [string, string]]),
  ];
  return <Sheet title={t('facts')}><dl className={classes.facts}>{facts.map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}</dl></Sheet>;
}
