import { IconArrowsMoveVertical, IconEraser, IconReplace, IconTextPlus, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PageChange } from '../../../api/contract';
import classes from './changes.module.css';

export const changeIcons: Record<PageChange['kind'], TablerIcon> = { added: IconTextPlus, removed: IconEraser, changed: IconReplace, moved: IconArrowsMoveVertical };

/** The words of a change: struck out, put in, and what stands around them. Said in words too, as few screen readers tell marks. */
export function ChangeText({ change }: { change: PageChange }) {
  const { t } = useTranslation('reading');
  return (
    <span className={classes.text}>
      {change.parts.map(({ kind, text, cut }, index) => {
        const words = cut > 0 ? <>{text} <span className={classes.cut}>{t('changes.cut', { count: cut })}</span></> : text;
        const key = `${index} ${kind}`;
        if (kind === 'out') return <span key={key}><span className="visually-hidden">{t('changes.out')} </span><del className={classes.out}>{words}</del> </span>;
        if (kind === 'in') return <span key={key}><span className="visually-hidden">{t('changes.in')} </span><ins className={classes.in}>{words}</ins> </span>;
        return <span key={key} className={kind === 'same' ? classes.same : classes.around}>{kind === 'before' ? '… ' : ''}{words}{kind === 'after' ? ' …' : ' '}</span>;
      })}
    </span>
  );
}
