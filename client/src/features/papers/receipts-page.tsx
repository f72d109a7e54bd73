import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconHistory, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { PaperBrief, PaperReading, Session } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { sessionReceiptsQuery } from './api';
import classes from './papers.module.css';

const ReceiptsDialog = lazyPart(() => import('./receipts-dialog'));

/** All released papers of a session: how many have opened each, and who still holds an old version. */
export function ReceiptsPage({ session }: { session: Session }) {
  const { t } = useTranslation('papers');
  const localised = useLocalised();
  const query = useQuery(sessionReceiptsQuery(session.id));
  const [shown, setShown] = useState<PaperBrief | null>(null);
  return (
    <Page title={t('receipts.page')} lead={localised(session.title, session.titleEn)} narrow
      actions={<Button variant="default" component={Link} to={`/sessions/${session.id}`} leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('receipts.back')}</Button>}>
      <QueryView query={query} rows={4}>{({ papers }) => papers.length === 0 ? <Empty title={t('receipts.empty')}>{t('receipts.empty.text')}</Empty>
        : <Items session={session} papers={papers} onShow={setShown} />}</QueryView>
      {shown !== null && <Suspense><ReceiptsDialog paper={shown} onClose={() => setShown(null)} /></Suspense>}
    </Page>
  );
}

function Items({ session, papers, onShow }: { session: Session; papers: PaperReading[]; onShow: (paper: PaperBrief) => void }) {
  const localised = useLocalised();
  const items = session.items.filter(({ id }) => papers.some(({ itemId }) => itemId === id));
  return items.map((item) => (
    <Sheet key={item.id} title={`${item.number}. ${localised(item.title, item.titleEn)}`}>
      <ul className="plain-list">
        {papers.filter(({ itemId }) => itemId === item.id).map((reading) => {
          const paper = item.papers.find(({ id }) => id === reading.paperId);
          return paper && <Reading key={reading.paperId} reading={reading} onShow={() => onShow(paper)} />;
        })}
      </ul>
    </Sheet>
  ));
}

function Reading({ reading: { title, current, opened, recipients, old }, onShow }: { reading: PaperReading; onShow: () => void }) {
  const { t } = useTranslation('papers');
  return (
    <li className={classes.reading}>
      <div>
        <Text fw={500}>{title}</Text>
        <Group gap="xs"><Text size="sm" c="dimmed">{t('version', { number: current })} · {t('receipts.openedOf', { opened, recipients })}</Text>
          {old > 0 && <Badge color="orange" leftSection={<IconHistory size={16} aria-hidden />}>{t('receipts.oldCount', { count: old })}</Badge>}</Group>
        <div className={classes.readingBar} aria-hidden><span style={{ width: `${recipients === 0 ? 0 : (100 * opened) / recipients}%` }} /></div>
      </div>
      <Button variant="default" leftSection={<IconUsers size={18} aria-hidden />} onClick={onShow} aria-label={t('receipts.title', { title })}>{t('receipts.people')}</Button>
    </li>
  );
}
