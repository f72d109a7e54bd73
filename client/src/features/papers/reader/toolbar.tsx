import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowAutofitHeight, IconArrowAutofitWidth, IconBook2, IconCertificate, IconChevronDown, IconChevronUp, IconColumns2, IconDots, IconDownload, IconFile, IconFileDiff, IconLayoutSidebar, IconMessagePlus, IconMinus, IconMoon, IconNotes, IconPlus, IconPrinter, IconRotateClockwise, IconSearch, IconSun, IconVolume, type TablerIcon } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from './use-view';
import classes from './reader.module.css';
import { Menu } from '../../../ui/menu';
import { useNotify } from '../../../ui/notify';
import { printCopy } from '../copies';

interface ToolbarProps {
  view: View; count: number; versionId: string; mayCopy: boolean; pageBox: RefObject<HTMLInputElement | null>; isSideOpen: boolean; isNotesOpen: boolean; isDark: boolean;
  onSide: () => void; onFind: () => void; onDark: () => void; onNotes: () => void; onComment: (() => void) | null; onSignatures: (() => void) | null;
  onAloud: () => void;
  /** Null for the one that was laid beside. */
  onBeside: (() => void) | null;
  isChangesOpen: boolean;
  /** Null for the first version. */
  onChanges: (() => void) | null;
}

interface ToolProps { label: string; Icon: TablerIcon; onClick: () => void; isPressed?: boolean; isDisabled?: boolean; className?: string }

function Tool({ label, Icon, onClick, isPressed, isDisabled = false, className = '' }: ToolProps) {
  return (
      <ActionIcon aria-label={label} title={label} aria-pressed={isPressed} disabled={isDisabled} onClick={onClick} className={className} variant={isPressed ? 'light' : 'subtle'}><Icon size={22} stroke={1.6} aria-hidden /></ActionIcon>
  );
}

export function Toolbar({ view, count, versionId, mayCopy, pageBox, isSideOpen, isNotesOpen, isDark, onSide, onFind, onDark, onNotes, onComment, onSignatures, onAloud, onBeside, isChangesOpen, onChanges }: ToolbarProps) {
  const { t } = useTranslation(['papers', 'reading']);
  const { scroller, current, goTo, turn, layout, isTwoUp, setTwoUp, zoomBy, setFit, fit, rotate, zoom } = view;
  const notify = useNotify();
  const print = () => {
    notify.done(t('print.making'));
    void printCopy(versionId).catch(notify.refused);
  };
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('reader.toolbar')}>
      <Tool label={t('reader.side')} Icon={IconLayoutSidebar} onClick={onSide} isPressed={isSideOpen} />
      <Tool label={t('reader.previous')} Icon={IconChevronUp} onClick={() => turn(-1)} isDisabled={current <= 1} className={classes.midOnly ?? ''} />
      <Tool label={t('reader.next')} Icon={IconChevronDown} onClick={() => turn(1)} isDisabled={current + layout.columns > count} className={classes.midOnly ?? ''} />
      <PageBox current={current} box={pageBox} onPage={(page) => { goTo(page); scroller.current?.focus({ preventScroll: true }); }} />
      <span className={classes.of}>{t('reader.of', { count })}</span>
      <div className={classes.grow} />
      <Tool label={t('reader.notes')} Icon={IconNotes} onClick={onNotes} isPressed={isNotesOpen} />
      {onChanges !== null && <Tool label={t('reading:changes.open')} Icon={IconFileDiff} onClick={onChanges} isPressed={isChangesOpen} className={classes.midOnly ?? ''} />}
      <Tool label={t('reader.zoomOut')} Icon={IconMinus} onClick={() => zoomBy(1 / 1.2)} className={classes.midOnly ?? ''} />
      <span className={`${classes.of} ${classes.wideOnly}`} aria-label={t('reader.zoom', { percent })}>{percent}</span>
      <Tool label={t('reader.zoomIn')} Icon={IconPlus} onClick={() => zoomBy(1.2)} className={classes.midOnly ?? ''} />
      <Tool label={t('reader.fitWidth')} Icon={IconArrowAutofitWidth} onClick={() => setFit('width')} isPressed={fit === 'width'} className={classes.wideOnly ?? ''} />
      <Tool label={t('reader.fitPage')} Icon={IconArrowAutofitHeight} onClick={() => setFit('page')} isPressed={fit === 'page'} className={classes.wideOnly ?? ''} />
      {onSignatures !== null && <Tool label={t('signatures.open')} Icon={IconCertificate} onClick={onSignatures} className={classes.midOnly ?? ''} />}
      <Tool label={t('reader.find')} Icon={IconSearch} onClick={onFind} />
      <Menu position="bottom-end" width={260}>
        <Menu.Target><ActionIcon aria-label={t('reader.more')}><IconDots size={22} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {onComment !== null && <Menu.Item leftSection={<IconMessagePlus size={20} aria-hidden />} onClick={onComment}>{t('reader.comment')}</Menu.Item>}
          {onChanges !== null && <Menu.Item leftSection={<IconFileDiff size={20} aria-hidden />} onClick={onChanges}>{t('reading:changes.open')}</Menu.Item>}
          {onBeside !== null && <Menu.Item leftSection={<IconColumns2 size={20} aria-hidden />} onClick={onBeside}>{t('reading:beside.open')}</Menu.Item>}
          <Menu.Item leftSection={<IconVolume size={20} aria-hidden />} onClick={onAloud}>{t('reading:aloud.open')}</Menu.Item>
          {onSignatures !== null && <Menu.Item leftSection={<IconCertificate size={20} aria-hidden />} onClick={onSignatures}>{t('signatures.open')}</Menu.Item>}
          <Menu.Item leftSection={<IconPlus size={20} aria-hidden />} onClick={() => zoomBy(1.2)}>{t('reader.zoomIn')}</Menu.Item>
          <Menu.Item leftSection={<IconMinus size={20} aria-hidden />} onClick={() => zoomBy(1 / 1.2)}>{t('reader.zoomOut')}</Menu.Item>
          <Menu.Item leftSection={<IconArrowAutofitWidth size={20} aria-hidden />} onClick={() => setFit('width')}>{t('reader.fitWidth')}</Menu.Item>
          <Menu.Item leftSection={<IconArrowAutofitHeight size={20} aria-hidden />} onClick={() => setFit('page')}>{t('reader.fitPage')}</Menu.Item>
          <Menu.Item leftSection={isTwoUp ? <IconFile size={20} aria-hidden /> : <IconBook2 size={20} aria-hidden />} onClick={() => setTwoUp(!isTwoUp)}>{t(isTwoUp ? 'reading:twoUp.off' : 'reading:twoUp.on')}</Menu.Item>
          <Menu.Item leftSection={<IconRotateClockwise size={20} aria-hidden />} onClick={rotate}>{t('reader.rotate')}</Menu.Item>
          <Menu.Item leftSection={isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />} onClick={onDark}>{t(isDark ? 'reader.light' : 'reader.dark')}</Menu.Item>
          {mayCopy && <Menu.Item leftSection={<IconPrinter size={20} aria-hidden />} onClick={print}>{t('act.print')}</Menu.Item>}
          {mayCopy && <Menu.Item leftSection={<IconDownload size={20} aria-hidden />} href={`/api/paper-versions/${versionId}/copy?for=keep`}>{t('act.download')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** Says the page, and leads to the one that is typed in; what is half typed stays while the page changes. */
function PageBox({ current, box, onPage }: { current: number; box: RefObject<HTMLInputElement | null>; onPage: (page: number) => void }) {
  const { t } = useTranslation('papers');
  const [typed, setTyped] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const page = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    onPage(Number.isFinite(page) ? page : current);
  };
  return (
    <form onSubmit={submit}>
      <TextInput ref={box} className={classes.pageBox ?? ''} aria-label={t('reader.pageBox')} inputMode="numeric" value={typed ?? String(current)} onChange={(event) => setTyped(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} onBlur={() => setTyped(null)} />
    </form>
  );
}
