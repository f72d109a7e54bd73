import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryFolder, LibraryLink } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { FormDialog } from '../../ui/form-dialog';
import { moveLink } from './api';
import { useLibraryChange } from './use-library-change';

interface MoveDialogProps { bodyId: string | null; link: LibraryLink; folders: LibraryFolder[]; onClose: () => void }

export function MoveDialog({ bodyId, link, folders, onClose }: MoveDialogProps) {
  const { t } = useTranslation('libraries');
  const [folderId, setFolderId] = useState(folders[0]?.id ?? '');
  const move = useLibraryChange(bodyId, (to: string) => moveLink(link.id, to), { done: () => t('link.moved'), onDone: onClose });
  return (
    <FormDialog title={t('link.move', { title: link.title })} confirm={t('link.moveShort')} isBusy={move.isPending} isIncomplete={folderId === ''} error={move.error} onSubmit={() => move.mutate(folderId)} onClose={onClose}>
      <Choose label={t('folder')} value={folderId} data={folders.map(({ id, name }) => ({ value: id, label: name }))} onChange={setFolderId} />
    </FormDialog>
  );
}
