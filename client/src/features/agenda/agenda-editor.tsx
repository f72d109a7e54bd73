import { Button, Stack, Text } from '@mantine/core';
import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Session } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { placeItem, removeItem } from './api';
import { EditorRow } from './editor-row';
import { ItemForm } from './item-form';
import { type Place, placeOnDrop, placeOnStep, rowsOf, type Step } from './order';

interface AgendaEditorProps { session: Session; shownId: string | null; onOpen: (itemId: string) => void }
type Dialog = { kind: 'add'; parentId: string | null } | { kind: 'edit' | 'remove'; item: AgendaItem };

function useAgendaChanges(session: Session) {
  const { t } = useTranslation('agenda');
  const client = useQueryClient();
  const notify = useNotify();
  const queryKey = ['session', session.id];
  const move = useMutation({
    mutationFn: ({ item, place }: { item: AgendaItem; place: Place }) => placeItem(item.id, place),
    onSuccess: async (_, { item }) => {
      await client.invalidateQueries({ queryKey });
      notify.done(t('edit.moved', { title: item.title }));
    },
    onError: notify.refused,
  });
  const remove = useMutation({
    mutationFn: removeItem,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey });
      notify.done(t('done.removed'));
    },
    onError: notify.refused,
  });
  return { move, remove };
}

/** The agenda while it is being made: drag, or Alt with the arrow keys, or the menu of each item. */
export default function AgendaEditor({ session, shownId, onOpen }: AgendaEditorProps) {
  const { t } = useTranslation('agenda');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { move, remove } = useAgendaChanges(session);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const rows = rowsOf(session.items);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const item = session.items.find(({ id }) => id === active.id);
    const place = over === null ? null : placeOnDrop(session.items, String(active.id), String(over.id));
    if (item && place) move.mutate({ item, place });
  };
  const onStep = (item: AgendaItem, step: Step) => {
    const place = placeOnStep(session.items, item, step);
    if (place) move.mutate({ item, place });
  };
  const close = () => setDialog(null);
  return (
    <Stack gap={0}>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={rows.map(({ item }) => item.id)} strategy={verticalListSortingStrategy}>
          <ul className="plain-list" aria-label={t('title')}>
            {rows.map(({ item, depth }) => (
              <EditorRow key={item.id} item={item} depth={depth} isShown={item.id === shownId} isCurrent={item.id === session.currentItemId} onOpen={() => onOpen(item.id)} onStep={(step) => onStep(item, step)}
                canStep={(step) => placeOnStep(session.items, item, step) !== null} onEdit={() => setDialog({ kind: 'edit', item })} onRemove={() => setDialog({ kind: 'remove', item })} onAddChild={() => setDialog({ kind: 'add', parentId: item.id })} />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <Stack p="md" gap="xs">
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog({ kind: 'add', parentId: null })}>{t('edit.add')}</Button>
        <Text size="sm" c="dimmed">{t(rows.length === 0 ? 'empty.text' : 'edit.help')}</Text>
      </Stack>
      {dialog?.kind === 'add' && <ItemForm sessionId={session.id} item={null} parentId={dialog.parentId} onSaved={onOpen} onClose={close} />}
      {dialog?.kind === 'edit' && <ItemForm sessionId={session.id} item={dialog.item} parentId={dialog.item.parentId} onSaved={onOpen} onClose={close} />}
      {dialog?.kind === 'remove' && <ConfirmDialog title={t('edit.remove')} text={t('edit.remove.text', { title: dialog.item.title })} confirm={t('edit.remove')} isBusy={remove.isPending} onClose={close} onConfirm={() => remove.mutate(dialog.item.id, { onSuccess: close })} />}
    </Stack>
  );
}
