import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { CopyText } from '../../../ui/copy-text';
import { Dialog } from '../../../ui/dialog';
import { FormDialog } from '../../../ui/form-dialog';
import { makeDisplay } from './api';

/** Makes a display; its link is shown once, in the same dialog. */
export function DisplayDialog({ session, onMade, onClose }: { session: Session; onMade: () => void; onClose: () => void }) {
  const { t, i18n } = useTranslation(['room', 'sites', 'ui']);
  const [name, setName] = useState('');
  const [siteId, setSite] = useState('');
  const [look, setLook] = useState({ language: i18n.language, theme: 'dark' });
  const make = useMutation({ mutationFn: () => makeDisplay(session.id, { name: name.trim(), ...(siteId === '' ? {} : { siteId }) }), onSuccess: onMade });
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
    <FormDialog title={t('displays.make')} confirm={t('displays.make')} isBusy={make.isPending} isIncomplete={name.trim() === ''} error={make.error} onSubmit={() => make.mutate()} onClose={onClose}>
      <TextInput label={t('displays.name')} description={t('displays.name.text')} required maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      {session.sites.length > 0 && <Choose label={t('sites:display.at')} description={t('sites:display.at.text')} data={[{ value: '', label: t('sites:display.room') }, ...session.sites.map((site) => ({ value: site.id, label: site.name }))]} value={siteId} onChange={setSite} />}
      <Choose label={t('displays.language')} data={[{ value: 'vi', label: t('displays.language.vi') }, { value: 'en', label: t('displays.language.en') }]} value={look.language} onChange={(language) => setLook((old) => ({ ...old, language }))} />
      <Choose label={t('displays.theme')} data={[{ value: 'dark', label: t('displays.theme.dark') }, { value: 'light', label: t('displays.theme.light') }]} value={look.theme} onChange={(theme) => setLook((old) => ({ ...old, theme }))} />
    </FormDialog>
  );
}
