import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconFolderPlus, IconFolders } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Library, MyBody } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Choose } from '../../ui/choose';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { addFolder, libraryQuery } from './api';
import { Folder } from './folder';
import { FolderNameDialog } from './name-dialog';
import { isOrder, type LinkOrder, ORDERS } from './order';
import { useLibraryChange } from './use-library-change';
import classes from './libraries.module.css';

/** One's own folders of papers, and those of the body. */
export default function LibrariesPage({ body }: { body: MyBody | null }) {
  const { t } = useTranslation('libraries');
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const isCommon = params.get('library') === 'common' && body !== null;
  const bodyId = isCommon ? body.id : null;
  const order = params.get('order') ?? 'newest';
  const query = useQuery(libraryQuery(bodyId));
  const [isAdding, setAdding] = useState(false);
  const add = useLibraryChange(bodyId, (name: string) => addFolder(bodyId, name), { onDone: () => setAdding(false) });
  const actions = query.data?.can.keep === true && <Button variant="default" leftSection={<IconFolderPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>{t('folder.add')}</Button>;
  return (
    <Page title={t('title')} lead={t(isCommon ? 'common.lead' : 'mine.lead')} actions={actions}>
      <div className={classes.bar}>
        {body !== null && <SegmentedControl size="md" aria-label={t('title')} value={isCommon ? 'common' : 'mine'} data={[{ value: 'mine', label: t('mine') }, { value: 'common', label: t('common') }]} onChange={(value) => change({ library: value === 'mine' ? null : value }, true)} />}
        <Choose aria-label={t('order')} value={order} data={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))} onChange={(value) => change({ order: value === 'newest' ? null : value }, true)} />
      </div>
      <QueryView query={query}>{(library) => <Folders library={library} bodyId={bodyId} order={isOrder(order) ? order : 'newest'} />}</QueryView>
      {isAdding && <FolderNameDialog title={t('folder.add')} isBusy={add.isPending} error={add.error} onSubmit={(name) => add.mutate(name)} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Folders({ library, bodyId, order }: { library: Library; bodyId: string | null; order: LinkOrder }) {
  const { t } = useTranslation('libraries');
  if (library.folders.length === 0) return <Sheet><Empty icon={<IconFolders size={40} stroke={1.4} />} title={t(bodyId === null ? 'empty.mine' : 'empty.common')}>{t(library.can.keep ? 'empty.keep' : 'empty.read')}</Empty></Sheet>;
  return <Stack gap="md">{library.folders.map((folder) => <Folder key={folder.id} folder={folder} library={library} bodyId={bodyId} order={order} />)}</Stack>;
}
