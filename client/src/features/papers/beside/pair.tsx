import { ActionIcon, SegmentedControl, Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OneReader } from '../reader/one-reader';
import type { ReaderProps } from '../reader/reader-props';
import type { View } from '../reader/use-view';
import type { OtherPaper, SharedMarks } from './beside';
import { useScrollTogether } from './use-scroll-together';
import classes from './beside.module.css';

/** A paper that was laid beside, and the page at which it was. */
export interface SecondPaper extends OtherPaper { page: number | null }

interface PairProps { props: ReaderProps; second: SecondPaper | null; onChoose: () => void; onOlder: (versionId: string, page: number) => void; onClose: () => void }

const NOTHING = () => undefined;
const NONE: SharedMarks['list'] = [];

/** A paper, and beside it a second one; where there is no room for both, one at a time with a switch. The first stays as it is when the second comes and goes. */
export function Pair({ props, second, onChoose, onOlder, onClose }: PairProps) {
  const { t } = useTranslation('reading');
  const [front, setFront] = useState<'first' | 'second'>('second');
  const [isTogether, setTogether] = useState(true);
  const [marks, setMarks] = useState<SharedMarks | null>(null);
  const { views, openings, keep } = useViews();
  const isOlder = second !== null && second.paperId === props.paperId && second.version.number < props.version.number;
  const shared = isOlder && marks?.olderId === second.version.id ? marks : null;
  useScrollTogether({ newer: views.first, older: views.second, isOn: isTogether && isOlder, changes: shared?.list ?? NONE, turn: shared?.chosen?.turn ?? 0, openings });
  const change = shared?.chosen ? shared.list[shared.chosen.index] : undefined;
  const shown = change && shared?.chosen ? { key: `${shared.chosen.turn}`, page: change.olderMarks[0]?.page ?? change.olderPage } : null;
  return (
    <div className={classes.pair}>
      <div className={classes.panes} data-front={second === null ? undefined : front}>
        {second !== null && <Bar names={namesOf(props, second, (number) => t('version', { number }))} front={front} onFront={setFront} together={isOlder ? { isOn: isTogether, set: setTogether } : null} onClose={onClose} />}
        <div className={`${classes.pane} ${classes.first}`}>
          <OneReader {...props} beside={{ isSecond: false, onChoose, onOlder: (versionId, page) => { onOlder(versionId, page); setFront('second'); }, onMarks: setMarks, marks: null, onView: keep.first }} />
        </div>
        {second !== null && (
          <div className={classes.pane}>
            <OneReader key={second.version.id} version={second.version} paperId={second.paperId} title={t('beside.title', { title: second.title, number: second.version.number })} isUnread={false} page={second.page} shown={shown} onPage={NOTHING} onComment={null}
              beside={{ isSecond: true, onChoose: null, onOlder: null, onMarks: null, marks: shared, onView: keep.second }} />
          </div>
        )}
      </div>
    </div>
  );
}

function namesOf(first: ReaderProps, second: SecondPaper, ofVersion: (number: number) => string): readonly [string, string] {
  return second.paperId === first.paperId ? [ofVersion(first.version.number), ofVersion(second.version.number)] : [first.title, second.title];
}

interface BarProps { names: readonly [string, string]; front: 'first' | 'second'; onFront: (front: 'first' | 'second') => void; together: { isOn: boolean; set: (isOn: boolean) => void } | null; onClose: () => void }

function Bar({ names, front, onFront, together, onClose }: BarProps) {
  const { t } = useTranslation('reading');
  return (
    <div className={classes.bar}>
      <SegmentedControl className={classes.switch ?? ''} size="md" fullWidth aria-label={t('beside.which')} value={front} onChange={(value) => onFront(value === 'first' ? 'first' : 'second')} data={[{ value: 'first', label: names[0] }, { value: 'second', label: names[1] }]} />
      <div className={classes.names} aria-hidden><span>{names[0]}</span><span>{names[1]}</span></div>
      {together !== null && <Switch className={classes.together ?? ''} label={t('beside.together')} checked={together.isOn} onChange={(event) => together.set(event.currentTarget.checked)} />}
      <ActionIcon aria-label={t('beside.close')} title={t('beside.close')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
    </div>
  );
}

/** Where both are, and how often one of them was opened. */
function useViews() {
  const first = useRef<View | null>(null);
  const second = useRef<View | null>(null);
  const [openings, setOpenings] = useState(0);
  const keepFirst = useCallback((view: View) => {
    if (first.current?.scroller !== view.scroller) setOpenings((count) => count + 1);
    first.current = view;
  }, []);
  const keepSecond = useCallback((view: View) => {
    if (second.current?.scroller !== view.scroller) setOpenings((count) => count + 1);
    second.current = view;
  }, []);
  const views = useMemo(() => ({ first, second }), []);
  const keep = useMemo(() => ({ first: keepFirst, second: keepSecond }), [keepFirst, keepSecond]);
  return { views, openings, keep };
}
