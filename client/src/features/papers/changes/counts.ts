import { useTranslation } from 'react-i18next';
import type { ChangesBrief } from '../../../api/contract';
import { countOf } from './use-changes';

const kinds = ['added', 'removed', 'changed', 'moved'] as const;

/** How much changed, in words: "12 changes on 4 pages", and of which kind. */
export function useChangeCounts() {
  const { t } = useTranslation('reading');
  return {
    total: (brief: ChangesBrief) => [t('changes.count', { count: countOf(brief) }), t('changes.onPages', { count: brief.counts?.pages ?? 0 })].join(' '),
    kinds: ({ counts }: ChangesBrief) => (counts === null ? '' : kinds.filter((kind) => counts[kind] > 0).map((kind) => t(`changes.kinds.${kind}`, { count: counts[kind] })).join(', ')),
  };
}
