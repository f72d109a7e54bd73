import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowAutofitHeight, IconArrowAutofitWidth, IconCertificate, IconChevronDown, IconChevronUp, IconDots, IconDownload, IconLayoutSidebar, IconMessagePlus, IconMinus, IconMoon, IconPlus, IconRotateClockwise, IconSearch, IconSun, type TablerIcon } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from './use-view';
import classes from './reader.module.css';
import { Menu } from '../../../ui/menu';

interface ToolbarProps {
  view: View; count: number; versionId: string; pageBox: RefObject<HTMLInputElement | null>; isSideOpen: boolean; isDark: boolean;
  onSide: () => void; onFind: () => void; onDark: () => void; onComment: (() => void) | null; onSignatures: (() => void) | null;
}

interface ToolProps { label: string; Icon: TablerIcon; onClick: () => void; isPressed?: boolean; isDisabled?: boolean; className?: string }

function Tool({ label, Icon, onClick, isPressed, isDisabled = false, className = '' }: ToolProps) {
  return (
      <ActionIcon aria-label={label} title={label} aria-pressed={isPressed} disabled={isDisabled} onClick={onClick} className={className} variant={isPressed ? 'light' : 'subtle'}><Icon size={22} stroke={1.6} aria-hidden /></ActionIcon>
  );
}

export function Toolbar({ view, count, versionId, pageBox, isSideOpen, isDark, onSide, onFind, onDark, onComment, onSignatures }: ToolbarProps) {
  const { t } = useTranslation('papers');
  const { current, goTo, zoomBy, setFit, fit, rotate, zoom } = view;
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('reader.toolbar')}>
      <Tool label={t('reader.side')} Icon={IconLayoutSidebar} onClick={onSide} isPressed={isSideOpen} />
      <Tool label={t('reader.previous')} Icon={IconChevronUp} onClick={() => goTo(current - 1)} isDisabled={current <= 1} className={classes.midOnly ?? ''} />
      <Tool label={t('reader.next')} Icon={IconChevronDown} onClick={() => goTo(current + 1)} isDisabled={current >= count} className={classes.midOnly ?? ''} />
      <PageBox key={current} current={current} box={pageBox} onPage={goTo} />
      <span className={classes.of}>{t('reader.of', { count })}</span>
      <div className={classes.grow} />
      <Tool label={t('reader.zoomOut')} Icon={IconMinus} onClick={() => zoomBy(1 / 1.2)} />
      <span className={`${classes.of} ${classes.wideOnly}`} aria-label={t('reader.zoom', { percent })}>{percent}</span>
      <Tool label={t('reader.zoomIn')} Icon={IconPlus} onClick={() => zoomBy(1.2)} />
      <Tool label={t('reader.fitWidth')} Icon={IconArrowAutofitWidth} onClick={() => setFit('width')} isPressed={fit === 'width'} className={classes.wideOnly ?? ''} />
      <Tool label={t('reader.fitPage')} Icon={IconArrowAutofitHeight} onClick={() => setFit('page')} isPressed={fit === 'page'} className={classes.wideOnly ?? ''} />
      {onSignatures !== null && <Tool label={t('signatures.open')} Icon={IconCertificate} onClick={onSignatures} className={classes.midOnly ?? ''} />}
      <Tool label={t('reader.find')} Icon={IconSearch} onClick={onFind} />
      <Menu position="bottom-end" width={260}>
        <Menu.Target><ActionIcon aria-label={t('reader.more')}><IconDots size={22} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {onComment !== null && <Menu.Item leftSection={<IconMessagePlus size={20} aria-hidden />} onClick={onComment}>{t('reader.comment')}</Menu.Item>}
          {onSignatures !== null && <Menu.Item leftSection={<IconCertificate size={20} aria-hidden />} onClick={onSignatures}>{t('signatures.open')}</Menu.Item>}
          <Menu.Item leftSection={<IconArrowAutofitWidth size={20} aria-hidden />} onClick={() => setFit('width')}>{t('reader.fitWidth')}</Menu.Item>
          <Menu.Item leftSection={<IconArrowAutofitHeight size={20} aria-hidden />} onClick={() => setFit('page')}>{t('reader.fitPage')}</Menu.Item>
          <Menu.Item leftSection={<IconRotateClockwise size={20} aria-hidden />} onClick={rotate}>{t('reader.rotate')}</Menu.Item>
          <Menu.Item leftSection={isDark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />} onClick={onDark}>{t(isDark ? 'reader.light' : 'reader.dark')}</Menu.Item>
          <Menu.Item leftSection={<IconDownload size={20} aria-hidden />} href={`/api/paper-versions/${versionId}/file?download=1`}>{t('act.download')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function PageBox({ current, box, onPage }: { current: number; box: RefObject<HTMLInputElement | null>; onPage: (page: number) => void }) {
  const { t } = useTranslation('papers');
  const [typed, setTyped] = useState(String(current));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const page = Number.parseInt(typed, 10);
    if (Number.isFinite(page)) onPage(page);
  };
  return (
    <form onSubmit={submit}>
      <TextInput ref={box} className={classes.pageBox ?? ''} aria-label={t('reader.pageBox')} inputMode="numeric" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} />
    </form>
  );
}
