import { HoverCard, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuorumCount } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import classes from './sessions.module.css';

/** "21/27 · cần 18", with the article behind the number. */
export function QuorumMark({ quorum, onOpen }: { quorum: QuorumCount; onOpen: () => void }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const Icon = quorum.reached ? IconUsersGroup : IconAlertTriangle;
  const counts = { present: quorum.present, members: quorum.members, needed: quorum.needed };
  return (
    <HoverCard width={300} openDelay={250} withArrow>
      <HoverCard.Target>
        <UnstyledButton className={classes.quorum} onClick={onOpen} aria-label={`${t('quorum.label', counts)}. ${t('quorum.citation', { citation: localised(quorum.citation, quorum.citationEn) })}`}>
          <Icon size={20} stroke={1.7} aria-hidden />
          <span data-testid="quorum">{t('quorum.short', counts)}</span>
        </UnstyledButton>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Text fw={600}>{t(quorum.reached ? 'quorum.reached' : 'quorum.missing')}</Text>
        <Text size="sm" c="dimmed">{t('quorum.citation', { citation: localised(quorum.citation, quorum.citationEn) })}</Text>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
