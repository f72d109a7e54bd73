import { ActionIcon } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../api/contract';
import { ItemEntry } from './item-entry';
import type { Step } from './order';
import classes from './agenda.module.css';
import { Menu } from '../../ui/menu';

interface EditorRowProps {
  item: AgendaItem; depth: number; isShown: boolean; isCurrent: boolean; onOpen: () => void;
  onStep: (step: Step) => void; canStep: (step: Step) => boolean; onEdit: () => void; onRemove: () => void; onAddChild: () => void;
}

const steps: Step[] = ['up', 'down', 'indent', 'outdent'];
const stepOfKey: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'indent', ArrowLeft: 'outdent' };

export function EditorRow({ item, depth, isShown, isCurrent, onOpen, onStep, canStep, onEdit, onRemove, onAddChild }: EditorRowProps) {
  const { t } = useTranslation(['agenda', 'ui']);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: item.id });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? stepOfKey[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <li ref={setNodeRef} className={classes.row} data-dragging={isDragging || undefined} style={{ transform: CSS.Translate.toString(transform), transition }} onKeyDown={onKeyDown}>
      <button type="button" ref={setActivatorNodeRef} className={classes.handle} {...attributes} {...listeners} aria-label={t('edit.handle', { title: item.title })}><IconGripVertical size={20} aria-hidden /></button>
      <ItemEntry item={item} depth={depth} isShown={isShown} isCurrent={isCurrent} onOpen={onOpen} />
      <Menu position="bottom-end" width={280}>
        <Menu.Target><ActionIcon mt={6} aria-label={t('edit.menu', { number: item.number })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {item.can.edit && <Menu.Item onClick={onEdit}>{t('edit.edit')}</Menu.Item>}
          <Menu.Item onClick={onAddChild}>{t('edit.addChild')}</Menu.Item>
          {steps.filter(canStep).map((step) => <Menu.Item key={step} onClick={() => onStep(step)}>{t(`edit.${step}`)}</Menu.Item>)}
          {item.can.remove && <Menu.Item onClick={onRemove}>{t('edit.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
