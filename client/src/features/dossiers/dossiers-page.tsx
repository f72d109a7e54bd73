import { Button, Chip, Group, Text } from '@mantine/core';
import { IconFolderOpen, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { DossierBrief, MyBody } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { dossiersQuery } from './api';
import { DossierForm } from './dossier-form';
import { StateMark } from './state-mark';
import classes from './dossiers.module.css';

type Filter = 'waiting' | 'returned' | 'placed' | 'all';
const filters: Filter[] = ['waiting', 'returned', 'placed', 'all'];
const matches: Record<Filter, (dossier: DossierBrief) => boolean> = {
  waiting: ({ state }) => state === 'submitted' || state === 'checked',
  returned: ({ state }) => state === 'returned' || state === 'draft',
  placed: ({ state }) => state === 'placed',
  all: () => true,
};

/** The sponsor's own dossiers, or, for the office, those that were submitted. */
export function DossiersPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  const navigate = useNavigate();
  const query = useQuery(dossiersQuery(body.id));
  const [isMaking, setMaking] = useState(false);
  const organisation = query.data?.organisation ?? null;
  const lead = organisation === null ? t('lead.office', { body: localised(body.name, body.nameEn) }) : t('lead.sponsor', { organisation, body: localised(body.name, body.nameEn) });
  return (
    <Page title={t('title')} lead={lead} actions={organisation !== null && <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>{t('create')}</Button>}>
      <QueryView query={query}>{({ dossiers }) => <DossierList dossiers={dossiers} isSponsor={organisation !== null} />}</QueryView>
      {isMaking && <DossierForm bodyId={body.id} dossier={null} onClose={() => setMaking(false)} onSaved={({ id }) => void navigate(`/dossiers/${id}`)} />}
    </Page>
  );
}

function DossierList({ dossiers, isSponsor }: { dossiers: DossierBrief[]; isSponsor: boolean }) {
  const { t } = useTranslation('dossiers');
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const filled = filters.filter((each) => each === 'all' || dossiers.some(matches[each]));
  const filter = filled.find((each) => each === params.get('show')) ?? filled[0] ?? 'all';
  const shown = dossiers.filter(matches[filter]);
  return (
    <>
      {dossiers.length > 0 && (
        <Chip.Group value={filter} onChange={(value) => change({ show: value }, true)}>
          <Group gap="xs" mb="md" role="group" aria-label={t('filter.label')}>{filled.map((each) => <Chip key={each} value={each} size="lg" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`filter.${each}`)} {dossiers.filter(matches[each]).length}</Chip>)}</Group>
        </Chip.Group>
      )}
      {shown.length === 0 ? <Empty icon={<IconFolderOpen size={40} stroke={1.4} />} title={t('empty.title')}>{t(isSponsor ? 'empty.sponsor' : 'empty.office')}</Empty>
        : <ul className="plain-list">{shown.map((dossier) => <DossierRow key={dossier.id} dossier={dossier} />)}</ul>}
    </>
  );
}

function DossierRow({ dossier }: { dossier: DossierBrief }) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  const { dateTime, day } = useTimes();
  const facts = [
    dossier.organisation,
    dossier.submittedAt === null ? '' : t('submittedAt', { time: dateTime(dossier.submittedAt) }),
    t('files', { count: dossier.papers }), t('papers:pages', { count: dossier.pages }),
    dossier.wishedOn === null ? '' : t('wished', { date: day(dossier.wishedOn) }),
  ];
  return (
    <li>
      <Link to={`/dossiers/${dossier.id}`} className={classes.row}>
        <div className={classes.rowText}>
          <Text component="span" fw={600}>{localised(dossier.title, dossier.titleEn)}</Text>
          <Text component="span" size="sm" c="dimmed">{facts.filter((part) => part !== '').join(' · ')}</Text>
        </div>
        <StateMark state={dossier.state} />
      </Link>
    </li>
  );
}
