import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choose } from '../../../ui/choose';
import { CopyText } from '../../../ui/copy-text';
import { Dialog } from '../../../ui/dialog';
import { RefusalNote } from '../../../ui/states';
import { makeDisplay } from './api';

/** Makes a display; its link is shown once, in the same dialog. */
export function DisplayDialog({ sessionId, onMade, onClose }: { sessionId: string; onMade: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation(['room', 'ui']);
  const [name, setName] = useState('');
  const [look, setLook] = useState({ language: i18n.language, theme: 'dark' });
  const make = useMutation({ mutationFn: () => makeDisplay(sessionId, name.trim()), onSuccess: onMade });
  if (make.data) {
    const address = `${window.location.origin}${make.data.address}&language=${look.language}&theme=${look.theme}`;
    return (
      <Dialog title={t('displays.link')} size="lg" closeOnClickOutside={false} onClose={onClose}>
        <Stack>
          <Text>{t('displays.link.text')}</Text>
          <TextInput aria-label={t('displays.link')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
          <Group justify="flex-end"><CopyText value={address} label={t('displays.link.copy')} /><Button component="a" variant="default" href={address} target="_blank" rel="noreferrer noopener">{t('displays.open')}</Button><Button onClick={onClose}>{t('displays.link.done')}</Button></Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('displays.make')} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') make.mutate(); }}>
        <Stack>
          <TextInput label={t('displays.name')} description={t('displays.name.text')} required maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
          <Choose label={t('displays.language')} data={[{ value: 'vi', label: t('displays.language.vi') }, { value: 'en', label: t('displays.language.en') }]} value={look.language} onChange={(language) => setLook((old) => ({ ...old, language }))} />
          <Choose label={t('displays.theme')} data={[{ value: 'dark', label: t('displays.theme.dark') }, { value: 'light', label: t('displays.theme.light') }]} value={look.theme} onChange={(theme) => setLook((old) => ({ ...old, theme }))} />
          {make.isError && <RefusalNote error={make.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>{t('displays.make')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
