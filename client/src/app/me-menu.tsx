import { Button, Text } from '@mantine/core';
import { IconKeyboard, IconLogout, IconNotes, IconDeviceIpadDown, IconFolders, IconShieldLock, IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Language, Theme } from '../api/contract';
import { meKey } from '../api/query-client';
import { signOut } from '../api/leaving';
import { changeMe } from '../features/identity/api';
import { useLocalised } from '../ui/localised';
import { useNotify } from '../ui/notify';
import { useCurrentBody } from './current-body';
import { Menu } from '../ui/menu';

const languages: { value: Language; label: string }[] = [{ value: 'vi', label: 'Tiếng Việt' }, { value: 'en', label: 'English' }];
const themes: Theme[] = ['light', 'dark', 'auto'];

export function MeMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation('shell');
  const localised = useLocalised();
  const { me } = useCurrentBody();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { refused } = useNotify();
  const change = useMutation({ mutationFn: changeMe, onSuccess: (answer) => client.setQueryData(meKey, answer), onError: refused });
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => { void navigate('/sign-in', { replace: true }); client.clear(); }, onError: refused });
  const name = localised(me.name, me.nameEn);
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="subtle" color="gray" c="inherit" px={10} aria-label={t('me.menu', { name })}><IconUserCircle size={26} stroke={1.5} aria-hidden /></Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt="xs" fw={600}>{name}</Text>
        <Text px="sm" pb="xs" c="dimmed" size="sm">{me.demo ? `${me.username} · ${t('me.demo')}` : me.username}</Text>
        <Menu.Divider />
        <Menu.Label>{t('me.language')}</Menu.Label>
        {languages.map(({ value, label }) => <Menu.Item key={value} isChosen={me.language === value} onClick={() => change.mutate({ language: value })}>{label}</Menu.Item>)}
        <Menu.Label>{t('me.theme')}</Menu.Label>
        {themes.map((theme) => <Menu.Item key={theme} isChosen={me.theme === theme} onClick={() => change.mutate({ theme })}>{t(`me.theme.${theme}`)}</Menu.Item>)}
        <Menu.Divider />
        {(me.can.read || me.can.visit) && <Menu.Item leftSection={<IconNotes size={20} aria-hidden />} onClick={() => void navigate('/notes')}>{t('me.notes')}</Menu.Item>}
        {(me.can.read || me.can.visit) && <Menu.Item leftSection={<IconFolders size={20} aria-hidden />} onClick={() => void navigate('/libraries')}>{t('me.libraries')}</Menu.Item>}
        {(me.can.read || me.can.visit) && <Menu.Item leftSection={<IconDeviceIpadDown size={20} aria-hidden />} onClick={() => void navigate('/on-this-device')}>{t('me.onThisDevice')}</Menu.Item>}
        <Menu.Item leftSection={<IconShieldLock size={20} aria-hidden />} onClick={() => void navigate('/me/security')}>{t('me.security')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={20} aria-hidden />} onClick={onHelp}>{t('me.keys')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={20} aria-hidden />} onClick={() => leave.mutate()}>{t('me.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
