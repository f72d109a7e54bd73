import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../api/contract';
import { download } from '../../../api/download';
import { Dialog } from '../../../ui/dialog';
import { saveFile } from '../../../ui/save-file';
import { RefusalNote } from '../../../ui/states';

/** Everything to go on by paper, in one file. Closing the dialog stops the making. */
export default function PrintPackDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t, i18n } = useTranslation(['preparing', 'ui']);
  const stopping = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    stopping.current = controller;
    return () => controller.abort();
  }, []);
  const make = useMutation({
    mutationFn: async () => {
      const { blob, fileName, header } = await download(`/sessions/${session.id}/print-pack?language=${i18n.language === 'en' ? 'en' : 'vi'}`, stopping.current.signal);
      saveFile(blob, fileName);
      return Number(header('x-left-out') ?? 0);
    },
  });
  return (
    <Dialog title={t('menu.printPack')} onClose={onClose}>
      <Stack gap="md">
        <Text>{t('printPack.text')}</Text>
        <div role="status">
          {make.isPending && <Group gap="sm" wrap="nowrap"><Loader size={22} aria-hidden /><Text>{t('printPack.making')}</Text></Group>}
          {make.isSuccess && make.data === 0 && <Alert color="teal" icon={<IconCircleCheck aria-hidden />}>{t('printPack.done')}</Alert>}
          {make.isSuccess && make.data > 0 && <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>{t('printPack.leftOut', { count: make.data })}</Alert>}
        </div>
        <RefusalNote error={make.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('ui:close')}</Button>
          <Button onClick={() => make.mutate()} loading={make.isPending} data-autofocus>{t(make.isSuccess ? 'printPack.again' : 'printPack.make')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
