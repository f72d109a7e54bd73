import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from './engine';
import { Outline } from './outline';
import { Thumbnails } from './thumbnails';
import classes from './reader.module.css';

interface SidePaneProps { document: PDFDocumentProxy; current: number; onPage: (page: number) => void }

export function SidePane({ document, current, onPage }: SidePaneProps) {
  const { t } = useTranslation('papers');
  const [shown, setShown] = useState('thumbs');
  return (
    <div className={classes.side}>
      <SegmentedControl m={8} size="md" aria-label={t('reader.side')} value={shown} onChange={setShown} data={[{ value: 'thumbs', label: t('reader.thumbs') }, { value: 'outline', label: t('reader.outline') }]} />
      {shown === 'thumbs' ? <Thumbnails document={document} current={current} onPage={onPage} /> : <Outline document={document} onPage={onPage} />}
    </div>
  );
}
