import { Badge } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconPlaylistAdd, IconSend, IconX, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DossierState } from '../../api/contract';

const looks: Record<DossierState, { color: string; Icon: TablerIcon }> = {
  draft: { color: 'gray', Icon: IconPencil }, submitted: { color: 'indigo', Icon: IconSend }, returned: { color: 'orange', Icon: IconArrowBackUp },
  checked: { color: 'teal', Icon: IconCheck }, placed: { color: 'teal', Icon: IconPlaylistAdd }, withdrawn: { color: 'gray', Icon: IconX },
};

/** Where a dossier is on its way: icon, word and colour. */
export function StateMark({ state }: { state: DossierState }) {
  const { t } = useTranslation('dossiers');
  const { color, Icon } = looks[state];
  return <Badge color={color} leftSection={<Icon size={16} aria-hidden />}>{t(`state.${state}`)}</Badge>;
}
