import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fraction, RuleSet } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { ruleSetsQuery } from './api';
import { RuleSetForm } from './rule-set-form';
import classes from './bodies.module.css';

export function RuleSetsPage() {
  const { t } = useTranslation('bodies');
  const [isCreating, setCreating] = useState(false);
  const query = useQuery(ruleSetsQuery);
  return (
    <Page title={t('ruleSets.title')} lead={t('ruleSets.lead')} actions={query.data?.can.create === true && <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>{t('ruleSets.create')}</Button>}>
      <QueryView query={query}>
        {({ ruleSets }) => (ruleSets.length === 0 ? <Empty title={t('ruleSets.empty.title')}>{t('ruleSets.empty.text')}</Empty> : <Stack gap="lg">{ruleSets.map((ruleSet) => <RuleSetView key={ruleSet.id} ruleSet={ruleSet} />)}</Stack>)}
      </QueryView>
      {isCreating && <RuleSetForm onClose={() => setCreating(false)} />}
    </Page>
  );
}

const share = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;

function RuleSetView({ ruleSet }: { ruleSet: RuleSet }) {
  const { t } = useTranslation('bodies');
  const localised = useLocalised();
  const { day } = useTimes();
  const { adoption } = ruleSet;
  const dates = [ruleSet.from === null ? '' : t('seats.from', { date: day(ruleSet.from) }), ruleSet.until === null ? '' : t('seats.until', { date: day(ruleSet.until) })].filter((part) => part !== '').join(' ');
  const facts: [string, string][] = [
    [t('rule.quorum'), t('rule.atLeastMembers', { share: share(ruleSet.quorum) })],
    [t('rule.adoption'), t(adoption.strict ? 'rule.moreThan' : 'rule.atLeast', { share: share(adoption.threshold), of: t(`rule.of.${adoption.of}`) })],
    [t('rule.tie'), t(`rule.tie.${ruleSet.tie}`)],
    [t('rule.choices'), ruleSet.choices.map((choice) => t(`choice.${choice}`)).join(' · ')],
    [t('rule.leadDays'), t('rule.leadDays.value', ruleSet.papersLeadDays)],
    [t('rule.opinionDays'), t('rule.opinionDays.value', ruleSet.opinionDays)],
    [t('rule.silence'), t(`rule.silence.${ruleSet.silence}`)],
    [t('rule.absentMayVote'), t(ruleSet.absentMayVote ? 'rule.yes' : 'rule.no')],
    [t('rule.changeBallot'), t(ruleSet.changeBallot ? 'rule.yes' : 'rule.no')],
    [t('rule.stepUp'), t(ruleSet.stepUp ? 'rule.yes' : 'rule.no')],
    [t('rule.consentBySilence'), t(ruleSet.consentBySilence ? 'rule.yes' : 'rule.no')],
    [t('rule.speakingMinutes'), t('rule.speakingMinutes.value', { ...ruleSet.speakingMinutes })],
  ];
  return (
    <Sheet label={localised(ruleSet.name, ruleSet.nameEn)}>
      <Group justify="space-between" gap="xs"><Title order={2} size="h3">{localised(ruleSet.name, ruleSet.nameEn)}</Title>{ruleSet.custom && <Badge color="gray">{t('ruleSets.custom')}</Badge>}</Group>
      <Text c="dimmed">{[localised(ruleSet.citation, ruleSet.citationEn), dates === '' ? '' : t('ruleSets.inForce', { dates })].filter((part) => part !== '').join(' · ')}</Text>
      <dl className={classes.facts}>{facts.map(([name, value]) => <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Sheet>
  );
}
