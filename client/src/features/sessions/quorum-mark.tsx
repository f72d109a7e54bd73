import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuorumCount } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import classes from './sessions.module.css';

/** "21/27 · cần 18", with the article behind the number. */
export function QuorumMark({ quorum, onOpen }: { quorum: QuorumCount; onOpen: (() => void) | null }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const Icon = quorum.reached ? IconUsersGroup : IconAlertTriangle;
  const counts = { present: quorum.present, members: quorum.members, needed: quorum.needed };
  const citation = t('quorum.citation', { citation: localised(quorum.citation, quorum.citationEn) });
  return (
    <UnstyledButton className={classes.quorum} onClick={onOpen ?? undefined} disabled={onOpen === null} title={`${t(quorum.reached ? 'quorum.reached' : 'quorum.missing')}. ${citation}`} aria-label={`${t('quorum.label', counts)}. ${citation}`}>
      <Icon size={20} stroke={1.7} aria-hidden />
      <span data-testid="quorum">{t('quorum.short', counts)}</span>
    </UnstyledButton>
  );
}
