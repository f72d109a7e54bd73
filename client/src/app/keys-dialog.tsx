import { Kbd, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog';

type Key = [combination: string[], meaning: string];

export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui']);
  const sections: [string, Key[]][] = [
    [t('keys.section.all'), [[['Ctrl K'], t('keys.palette')], [['?'], t('keys.help')], [['g d'], t('keys.desk')], [['g s'], t('keys.sessions')], [['g o'], t('keys.opinions')]]],
    [t('keys.section.session'), [[['[', ']'], t('keys.items')], [['a', 's'], t('keys.panes')], [['f'], t('keys.follow')], [['Alt ↑', 'Alt ↓'], t('keys.moveItem')], [['Alt →', 'Alt ←'], t('keys.indentItem')]]],
    [t('keys.section.reader'), [[['PgUp', 'PgDn', 'j', 'k'], t('keys.readerPage')], [['Home', 'End'], t('keys.readerEnds')], [['−', '+'], t('keys.readerZoom')], [['Ctrl F'], t('keys.readerFind')], [['g'], t('keys.readerGo')], [['r'], t('keys.readerRotate')], [['n', 'p'], t('keys.readerChanges')], [['b'], t('keys.readerBeside')], [['d'], t('keys.readerTwoUp')], [['l'], t('keys.readerAloud')]]],
  ];
  return (
    <Dialog onClose={onClose} title={t('keys.title')} size="lg">
      {sections.map(([title, keys]) => (
        <section key={title}>
          <Title order={3} mt="md" mb="xs">{title}</Title>
          <Table>
            <Table.Tbody>
              {keys.map(([combination, meaning]) => (
                <Table.Tr key={meaning}>
                  <Table.Td w="40%">{combination.map((key) => <Kbd key={key} mr={6}>{key}</Kbd>)}</Table.Td>
                  <Table.Td>{meaning}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Dialog>
  );
}
