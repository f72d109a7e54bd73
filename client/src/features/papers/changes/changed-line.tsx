import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { changesBriefQuery } from './api';
import { useChangeCounts } from './counts';
import { countOf } from './use-changes';
import classes from './changes.module.css';

interface ChangedLineProps {
  /** The newer version. */
  versionId: string;
  /** Where its changes are read: an address, or an act on this page. */
  to: string | (() => void);
}

/** Under a paper that was replaced since it was opened: how much changed, and the way to the first place. */
export default function ChangedLine({ versionId, to }: ChangedLineProps) {
  const { t } = useTranslation('reading');
  const counts = useChangeCounts();
  const { data } = useQuery(changesBriefQuery(versionId, null));
  if (data?.state !== 'ready' || countOf(data) === 0) return null;
  const words = t('changes.line', { number: data.newerNumber, counts: counts.total(data) });
  return typeof to === 'string'
    ? <Anchor component={Link} to={to} className={classes.line ?? ''}>{words}</Anchor>
    : <Anchor component="button" type="button" className={classes.line ?? ''} onClick={to}>{words}</Anchor>;
}
