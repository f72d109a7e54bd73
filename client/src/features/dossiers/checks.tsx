import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierFinding } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import classes from './dossiers.module.css';

/** What the checks found: what must be mended first, then what should be known; with the rule and where it stands. */
export function Checks({ dossier: { findings, files, rule } }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  const title = (finding: DossierFinding) => files.find(({ id }) => id === finding.paperId)?.title ?? '';
  const sorted = [...findings].sort((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <Sheet title={t('checks')}>
      {findings.length === 0 && <div className={classes.finding}><IconCircleCheck size={20} color="var(--mantine-color-teal-text)" aria-hidden /><Text>{t('checks.none')}</Text></div>}
      <ul className="plain-list">
        {sorted.map((finding) => (
          <li key={`${finding.code} ${finding.paperId ?? ''}`} className={classes.finding}>
            {finding.blocks ? <IconAlertTriangle size={20} color="var(--mantine-color-orange-text)" aria-hidden style={{ flex: 'none' }} /> : <IconInfoCircle size={20} aria-hidden style={{ flex: 'none' }} />}
            <Text>{t(`finding.${finding.code}`, { ...finding.params, title: title(finding) })}{finding.blocks && <> <strong>{t('finding.blocks')}</strong></>}</Text>
          </li>
        ))}
      </ul>
      {rule.summaryAbovePages !== null && <Text size="sm" c="dimmed" mt="xs">{t('checks.rule', { above: rule.summaryAbovePages, atMost: rule.summaryAtMostPages ?? '–', citation: localised(rule.citation, rule.citationEn) })}</Text>}
    </Sheet>
  );
}
