import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconFingerprint, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPasskey, MySecurity } from '../../../api/contract';
import { useNotify } from '../../../ui/notify';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { useTimes } from '../../../ui/time';
import { addPasskey, removePasskey, renamePasskey } from '../api';
import { passkeysHere } from '../../../api/passkey';
import { PasskeyHint } from '../passkey-hint';
import { useAgain, useFactorChange, useGuarded } from './again';
import { useThisDeviceName } from './device-names';
import { NameDialog } from './name-dialog';
import classes from './security.module.css';

type Asked = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: MyPasskey };

/** My passkeys: add, name, remove. */
export function PasskeysSection({ security, onEnrolled }: { security: MySecurity; onEnrolled: () => void }) {
  const { t } = useTranslation('security');
  const { done } = useNotify();
  const { whenFresh } = useAgain();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const add = useFactorChange(addPasskey, () => { close(); done(t('passkeys.added')); onEnrolled(); });
  const rename = useGuarded(renamePasskey, close);
  const remove = useFactorChange(removePasskey, () => { close(); done(t('passkeys.removed')); });
  const here = passkeysHere();
  const suggested = useThisDeviceName(security.sessions);
  const addButton = <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={here !== 'yes'} onClick={() => whenFresh(() => setAsked({ kind: 'add' }))}>{t('passkeys.add')}</Button>;
  return (
    <Sheet title={t('passkeys.title')} actions={addButton}>
      <Text c="dimmed">{t('passkeys.text')}</Text>
      {here !== 'yes' && <PasskeyHint text="" />}
      {security.passkeys.length === 0 && <Text mt="sm">{t('passkeys.empty')}</Text>}
      <ul className="plain-list">
        {security.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} canRemove={security.can.removePasskey} onRename={() => setAsked({ kind: 'rename', passkey })} onRemove={() => whenFresh(() => setAsked({ kind: 'remove', passkey }))} />
        ))}
      </ul>
      {security.passkeys.length > 0 && !security.can.removePasskey && <Text size="sm" c="dimmed">{t('passkeys.last')}</Text>}
      {asked?.kind === 'add' && <NameDialog title={t('passkeys.add')} label={t('passkeys.name')} hint={t('passkeys.nameHint')} initial={suggested} submit={t('passkeys.create')} isBusy={add.isPending} onSubmit={(name) => add.mutate(name)} onClose={close} />}
      {asked?.kind === 'rename' && <NameDialog title={t('passkeys.rename', { name: asked.passkey.name })} label={t('passkeys.name')} initial={asked.passkey.name} submit={t('save')} isBusy={rename.isPending} onSubmit={(name) => rename.mutate({ id: asked.passkey.id, name })} onClose={close} />}
      {asked?.kind === 'remove' && <ConfirmDialog title={t('passkeys.removeTitle')} text={t('passkeys.removeText', { name: asked.passkey.name })} confirm={t('passkeys.removeConfirm')} isBusy={remove.isPending} onConfirm={() => remove.mutate(asked.passkey.id)} onClose={close} />}
    </Sheet>
  );
}

function PasskeyRow({ passkey, canRemove, onRename, onRemove }: { passkey: MyPasskey; canRemove: boolean; onRename: () => void; onRemove: () => void }) {
  const { t } = useTranslation('security');
  const { date, dateTime } = useTimes();
  const { name, host, createdAt, lastUsedAt, synced } = passkey;
  const used = lastUsedAt === null ? t('passkeys.unused') : t('passkeys.used', { at: dateTime(lastUsedAt) });
  return (
    <li className={classes.row}>
      <IconFingerprint size={28} stroke={1.5} aria-hidden className={classes.icon} />
      <Stack gap={2} className={classes.words}>
        <Group gap="xs"><Text fw={600}>{name}</Text>{synced && <Badge color="gray">{t('passkeys.synced')}</Badge>}</Group>
        <Text size="sm" c="dimmed">{t('passkeys.created', { at: date(createdAt) })} · {used}</Text>
        {host !== window.location.hostname && <Text size="sm" c="dimmed">{t('passkeys.host', { host })}</Text>}
      </Stack>
      <Group gap={4} wrap="nowrap">
        <ActionIcon aria-label={t('passkeys.rename', { name })} onClick={onRename}><IconPencil size={20} aria-hidden /></ActionIcon>
        {canRemove && <ActionIcon aria-label={t('passkeys.remove', { name })} onClick={onRemove}><IconTrash size={20} aria-hidden /></ActionIcon>}
      </Group>
    </li>
  );
}
