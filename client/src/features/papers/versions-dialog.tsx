import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { PaperBrief } from '../../api/contract';
import { useFileSize } from '../../ui/size';
import { QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { paperQuery } from './api';
import { Dialog } from '../../ui/dialog';

const SignaturesDialog = lazyPart(() => import('./signatures-dialog'));

export function VersionsDialog({ paper, onClose }: { paper: PaperBrief; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'ui']);
  const { dateTime } = useTimes();
  const sizeOf = useFileSize();
  const query = useQuery(paperQuery(paper.id));
  const [signedId, setSignedId] = useState<string | null>(null);
  return (
    <Dialog onClose={onClose} size="lg" title={t('versions.title', { title: paper.title })}>
      <QueryView query={query}>
        {({ versions }) => (
          <ul className="plain-list">
            {[...versions].sort((a, b) => b.number - a.number).map((version) => (
              <li key={version.id}>
                <Group justify="space-between" wrap="nowrap" align="flex-start" py="sm">
                  <div>
                    <Text fw={600}>{t('version', { number: version.number })} · {t('pages', { count: version.pages })} · {sizeOf(version.size)}</Text>
                    <Text size="sm" c="dimmed">{t('versions.uploaded', { time: dateTime(version.uploadedAt) })}</Text>
                    {version.releasedAt !== null && <Text size="sm" c="dimmed">{t('versions.released', { time: dateTime(version.releasedAt) })}</Text>}
                    {version.note !== null && <Text size="sm">{version.note}</Text>}
                  </div>
                  <Stack gap={4} align="flex-end">
                    <Anchor href={`/api/paper-versions/${version.id}/file`} target="_blank" rel="noreferrer">{t('versions.show')}</Anchor>
                    {version.signatures > 0 && <Button variant="subtle" onClick={() => setSignedId(version.id)}>{t('signatures.open')}</Button>}
                  </Stack>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {signedId !== null && <Suspense><SignaturesDialog versionId={signedId} title={paper.title} onClose={() => setSignedId(null)} /></Suspense>}
    </Dialog>
  );
}
