import { ActionIcon } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBrief, Session } from '../../api/contract';
import { lazyPart } from '../../api/lazy-part';
import { useCurrentBody } from '../current-body';

const SaveDialog = lazyPart(() => import('../../features/libraries/save-dialog'));
const KEEPERS = ['secretariat', 'officer'];

/** Puts the paper that is read into one's own library, or into the body's. */
export default function SaveButton({ session, paper }: { session: Session; paper: PaperBrief }) {
  const { t } = useTranslation('libraries');
  const { me } = useCurrentBody();
  const [isOpen, setOpen] = useState(false);
  // Who else would try is refused by the server; this only spares the question.
  const kept = me.bodies.find(({ id, roles }) => id === session.bodyId && roles.some((role) => KEEPERS.includes(role))) ?? null;
  return (
    <>
      <ActionIcon title={t('save.title')} aria-label={t('save.title')} onClick={() => setOpen(true)}><IconFolderPlus size={22} stroke={1.6} aria-hidden /></ActionIcon>
      {isOpen && <Suspense><SaveDialog paper={paper} kept={kept} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
