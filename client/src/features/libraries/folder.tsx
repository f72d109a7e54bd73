import { ActionIcon, Group, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Library, LibraryFolder, LibraryLink } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Menu } from '../../ui/menu';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { useFileSize } from '../../ui/size';
import { useTimes } from '../../ui/time';
import { removeFolder, removeLink, renameFolder } from './api';
import { MoveDialog } from './move-dialog';
import { FolderNameDialog } from './name-dialog';
import { type LinkOrder, ordered } from './order';
import { useLibraryChange } from './use-library-change';
import classes from './libraries.module.css';

interface FolderProps { folder: LibraryFolder; library: Library; bodyId: string | null; order: LinkOrder }

export function Folder({ folder, library, bodyId, order }: FolderProps) {
  const { t, i18n } = useTranslation('libraries');
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null);
  const close = () => setAsked(null);
  const rename = useLibraryChange(bodyId, (name: string) => renameFolder(folder.id, name), { onDone: close });
  const remove = useLibraryChange(bodyId, () => removeFolder(folder.id), { done: () => t('folder.removed'), onDone: close });
  const menu = library.can.keep && (
    <Menu position="bottom-end" width={240}>
      <Menu.Target><ActionIcon aria-label={t('folder.menu', { name: folder.name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setAsked('rename')}>{t('folder.rename')}</Menu.Item>
        <Menu.Item onClick={() => setAsked('remove')}>{t('folder.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Sheet title={folder.name} actions={menu}>
      {folder.links.length === 0 ? <Text c="dimmed">{t('folder.empty')}</Text>
        : <ul className="plain-list">{ordered(folder.links, order, i18n.language).map((link) => <LinkRow key={link.id} link={link} folder={folder} library={library} bodyId={bodyId} />)}</ul>}
      {asked === 'rename' && <FolderNameDialog title={t('folder.rename')} initial={folder.name} isBusy={rename.isPending} error={rename.error} onSubmit={(name) => rename.mutate(name)} onClose={close} />}
      {asked === 'remove' && <ConfirmDialog title={t('folder.remove')} text={t('folder.removeText', { name: folder.name })} confirm={t('folder.remove')} isBusy={remove.isPending} onConfirm={() => remove.mutate(undefined)} onClose={close} />}
    </Sheet>
  );
}

const addressOf = ({ sessionId, requestId, itemId, paperId }: LibraryLink): string =>
  `${requestId === null ? `/sessions/${sessionId ?? ''}` : `/opinion-requests/${requestId}`}?${new URLSearchParams({ ...(itemId === null ? {} : { item: itemId }), paper: paperId }).toString()}`;

function LinkRow({ link, folder, library, bodyId }: { link: LibraryLink; folder: LibraryFolder; library: Library; bodyId: string | null }) {
  const { t } = useTranslation('libraries');
  const localised = useLocalised();
  const sizeOf = useFileSize();
  const { date } = useTimes();
  const { refused } = useNotify();
  const [isMoving, setMoving] = useState(false);
  const remove = useLibraryChange(bodyId, () => removeLink(link.id), { done: () => t('link.removed') });
  const others = library.folders.filter(({ id }) => id !== folder.id);
  const facts = [t('pages', { count: link.pages }), sizeOf(link.size), t('version', { number: link.version }), t('addedAt', { date: date(link.addedAt) })];
  return (
    <li className={classes.row}>
      <Link to={addressOf(link)} className={classes.open}>
        <Text component="span" display="block" fw={500}>{link.title}</Text>
        {link.sessionTitle !== null && <Text component="span" display="block" size="sm" c="dimmed">{localised(link.sessionTitle, link.sessionTitleEn)}</Text>}
        <Text component="span" display="block" size="sm" c="dimmed">{facts.join(' · ')}</Text>
      </Link>
      {library.can.keep && (
        <Group gap={0} wrap="nowrap">
          <Menu position="bottom-end" width={240}>
            <Menu.Target><ActionIcon loading={remove.isPending} aria-label={t('link.menu', { title: link.title })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {others.length > 0 && <Menu.Item onClick={() => setMoving(true)}>{t('link.moveTo')}</Menu.Item>}
              <Menu.Item onClick={() => remove.mutate(undefined, { onError: refused })}>{t('link.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      )}
      {isMoving && <MoveDialog bodyId={bodyId} link={link} folders={others} onClose={() => setMoving(false)} />}
    </li>
  );
}
