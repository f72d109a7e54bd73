import { Button, Title } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Session } from '../../api/contract';
import { Empty, Loading } from '../../ui/states';
import { ItemEntry } from './item-entry';
import { rowsOf } from './order';
import classes from './agenda.module.css';

const AgendaEditor = lazyPart(() => import('./agenda-editor'));

interface AgendaPaneProps { session: Session; shownId: string | null; onOpen: (itemId: string) => void; /** Under the heading. */ below?: ReactNode }

export function AgendaPane({ session, shownId, onOpen, below }: AgendaPaneProps) {
  const { t } = useTranslation('agenda');
  const canEdit = session.can.editAgenda;
  const rows = rowsOf(session.items);
  // Who starts an empty agenda goes on editing after the first item.
  const [isEditing, setEditing] = useState(canEdit && rows.length === 0);
  return (
    <>
      <div className={classes.head}>
        <Title order={2}>{t('title')}</Title>
        {canEdit && <Button variant="subtle" color="gray" px="sm" aria-pressed={isEditing} aria-label={t(isEditing ? 'edit.off' : 'edit.on')} onClick={() => setEditing(!isEditing)}>{t(isEditing ? 'edit.off' : 'edit.short')}</Button>}
      </div>
      {below}
      {canEdit && (isEditing || rows.length === 0)
        ? <Suspense fallback={<Loading />}><AgendaEditor session={session} shownId={shownId} onOpen={onOpen} /></Suspense>
        : <nav aria-label={t('title')}><ul className="plain-list">{rows.map(({ item, depth }) => (
            <li key={item.id} className={classes.row}><ItemEntry item={item} depth={depth} isShown={item.id === shownId} isCurrent={item.id === session.currentItemId} onOpen={() => onOpen(item.id)} /></li>
          ))}</ul></nav>}
      {rows.length === 0 && !canEdit && <Empty icon={<IconListNumbers size={36} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty>}
    </>
  );
}
