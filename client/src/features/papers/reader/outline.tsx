import { Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageOfDestination } from './destination';
import type { PDFDocumentProxy } from './engine';
import classes from './reader.module.css';

type Entry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

export function Outline({ document, onPage }: { document: PDFDocumentProxy; onPage: (page: number) => void }) {
  const { t } = useTranslation('papers');
  const [entries, setEntries] = useState<Entry[] | null>(null);
  useEffect(() => {
    let isGone = false;
    document.getOutline().catch(() => []).then((found: Entry[] | null) => { if (!isGone) setEntries(found ?? []); }, () => undefined);
    return () => { isGone = true; };
  }, [document]);
  const go = (entry: Entry) => void pageOfDestination(document, entry.dest).then((page) => { if (page !== null) onPage(page); });
  return (
    <nav className={classes.outline} aria-label={t('reader.outline')}>
      {entries?.length === 0 && <Text size="sm" c="dimmed" p="xs">{t('reader.outline.none')}</Text>}
      {entries !== null && entries.length > 0 && <Entries entries={entries} onChoose={go} />}
    </nav>
  );
}

function Entries({ entries, onChoose }: { entries: Entry[]; onChoose: (entry: Entry) => void }) {
  return (
    <ul className="plain-list">
      {entries.map((entry, index) => (
        <li key={`${index}-${entry.title}`}>
          <UnstyledButton className={classes.outlineEntry} onClick={() => onChoose(entry)}>{entry.title}</UnstyledButton>
          {Array.isArray(entry.items) && entry.items.length > 0 && <Entries entries={entry.items as Entry[]} onChoose={onChoose} />}
        </li>
      ))}
    </ul>
  );
}
