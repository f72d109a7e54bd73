import { Checkbox, Fieldset, Group, NumberInput, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Fraction, MajorityBase, RuleSetEntry } from '../../api/contract';
import { today } from '../../ui/time';
import { createRuleSet } from './api';
import { FormDialog } from '../../ui/form-dialog';
import { ruleSetsKey } from './keys';
import { useSave } from './use-save';
import { Choose } from '../../ui/choose';

const choices: Choice[] = ['agree', 'disagree', 'otherOpinion', 'abstain'];
const bases: MajorityBase[] = ['all', 'present', 'cast'];
const turnKinds = ['presentation', 'speech', 'intervention', 'pointOfOrder'] as const;
const start: RuleSetEntry = {
  name: '', nameEn: '', citation: '', citationEn: '', from: today(), quorum: { numerator: 2, denominator: 3 },
  adoption: { threshold: { numerator: 1, denominator: 2 }, strict: true, of: 'all' }, tie: 'chair', choices: ['agree', 'disagree', 'otherOpinion'],
  papersLeadDays: { regular: 3, adHoc: 1 }, opinionDays: { least: 2, most: 5, byDefault: 5 }, silence: 'notAnswered', absentMayVote: true, changeBallot: false, stepUp: false,
  consentBySilence: false, speakingMinutes: { presentation: 10, speech: 5, intervention: 3, pointOfOrder: 1 },
};

/** A rule set of one's own: every number that the counting uses, with its citation and date. */
export function RuleSetForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const [draft, setDraft] = useState(start);
  const set = (change: Partial<RuleSetEntry>) => setDraft((old) => ({ ...old, ...change }));
  const save = useSave(createRuleSet, [ruleSetsKey], onClose);
  const submit = () => {
    const { from, nameEn, citationEn, ...rest } = draft;
    save.mutate({ ...rest, nameEn: nameEn || rest.name, citationEn: citationEn || rest.citation, ...(from ? { from } : {}) });
  };
  const minutes = draft.speakingMinutes ?? { presentation: 10, speech: 5, intervention: 3, pointOfOrder: 1 };
  const isIncomplete = draft.name.trim() === '' || draft.citation.trim() === '' || draft.choices.length < 2;
  return (
    <FormDialog size="lg" title={t('ruleSets.create')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={isIncomplete} error={save.error} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('ruleForm.name')} required maxLength={200} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('ruleForm.nameEn')} description={t('ui:optional')} maxLength={200} value={draft.nameEn} onChange={(event) => set({ nameEn: event.currentTarget.value })} />
      <TextInput label={t('ruleForm.citation')} required maxLength={300} value={draft.citation} onChange={(event) => set({ citation: event.currentTarget.value })} />
      <TextInput label={t('ruleForm.citationEn')} description={t('ui:optional')} maxLength={300} value={draft.citationEn} onChange={(event) => set({ citationEn: event.currentTarget.value })} />
      <TextInput type="date" label={t('ruleForm.from')} value={draft.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value })} />
      <FractionFields what={t('rule.quorum')} value={draft.quorum} onChange={(quorum) => set({ quorum })} />
      <FractionFields what={t('rule.adoption')} value={draft.adoption.threshold} onChange={(threshold) => set({ adoption: { ...draft.adoption, threshold } })} />
      <Switch label={t('ruleForm.strict')} checked={draft.adoption.strict} onChange={(event) => set({ adoption: { ...draft.adoption, strict: event.currentTarget.checked } })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Choose label={t('ruleForm.of')} data={bases.map((value) => ({ value, label: t(`rule.of.${value}`) }))} value={draft.adoption.of} onChange={(value) => set({ adoption: { ...draft.adoption, of: bases.find((base) => base === value) ?? 'all' } })} />
        <Choose label={t('rule.tie')} data={[{ value: 'chair', label: t('rule.tie.chair') }, { value: 'rejected', label: t('rule.tie.rejected') }]} value={draft.tie} onChange={(value) => set({ tie: value === 'rejected' ? 'rejected' : 'chair' })} />
        <Choose label={t('rule.silence')} data={[{ value: 'notAnswered', label: t('rule.silence.notAnswered') }, { value: 'deemed', label: t('rule.silence.deemed') }]} value={draft.silence} onChange={(value) => set({ silence: value === 'deemed' ? 'deemed' : 'notAnswered' })} />
      </SimpleGrid>
      <Checkbox.Group label={t('rule.choices')} value={draft.choices} onChange={(values) => set({ choices: choices.filter((choice) => values.includes(choice)) })}>
        <Group mt={6}>{choices.map((choice) => <Checkbox key={choice} size="md" value={choice} label={t(`choice.${choice}`)} />)}</Group>
      </Checkbox.Group>
      <Numbers legend={t('rule.leadDays')} fields={[[t('ruleForm.regular'), draft.papersLeadDays.regular, (regular) => set({ papersLeadDays: { ...draft.papersLeadDays, regular } })], [t('ruleForm.adHoc'), draft.papersLeadDays.adHoc, (adHoc) => set({ papersLeadDays: { ...draft.papersLeadDays, adHoc } })]]} />
      <Numbers legend={t('rule.opinionDays')} fields={[[t('ruleForm.least'), draft.opinionDays.least, (least) => set({ opinionDays: { ...draft.opinionDays, least } })], [t('ruleForm.most'), draft.opinionDays.most, (most) => set({ opinionDays: { ...draft.opinionDays, most } })], [t('ruleForm.byDefault'), draft.opinionDays.byDefault, (byDefault) => set({ opinionDays: { ...draft.opinionDays, byDefault } })]]} />
      <Switch label={t('rule.absentMayVote')} checked={draft.absentMayVote} onChange={(event) => set({ absentMayVote: event.currentTarget.checked })} />
      <Switch label={t('rule.changeBallot')} checked={draft.changeBallot} onChange={(event) => set({ changeBallot: event.currentTarget.checked })} />
      <Switch label={t('rule.stepUp')} checked={draft.stepUp === true} onChange={(event) => set({ stepUp: event.currentTarget.checked })} />
      <Switch label={t('rule.consentBySilence')} checked={draft.consentBySilence === true} onChange={(event) => set({ consentBySilence: event.currentTarget.checked })} />
      <Numbers legend={t('rule.speakingMinutes')} fields={turnKinds.map((kind) => [t(`ruleForm.turn.${kind}`), minutes[kind], (value) => set({ speakingMinutes: { ...minutes, [kind]: Math.max(1, value) } })])} />
    </FormDialog>
  );
}

function FractionFields({ what, value, onChange }: { what: string; value: Fraction; onChange: (value: Fraction) => void }) {
  const { t } = useTranslation('bodies');
  return (
    <SimpleGrid cols={2}>
      <NumberInput label={t('ruleForm.numerator', { what })} min={0} max={1000} allowDecimal={false} value={value.numerator} onChange={(numerator) => onChange({ ...value, numerator: Number(numerator) || 0 })} />
      <NumberInput label={t('ruleForm.denominator', { what })} min={1} max={1000} allowDecimal={false} value={value.denominator} onChange={(denominator) => onChange({ ...value, denominator: Number(denominator) || 1 })} />
    </SimpleGrid>
  );
}

function Numbers({ legend, fields }: { legend: string; fields: [label: string, value: number, set: (value: number) => void][] }) {
  return (
    <Fieldset legend={legend}>
      <SimpleGrid cols={{ base: 1, xs: fields.length }}>{fields.map(([label, value, set]) => <NumberInput key={label} label={label} min={0} max={365} allowDecimal={false} value={value} onChange={(next) => set(Number(next) || 0)} />)}</SimpleGrid>
    </Fieldset>
  );
}
