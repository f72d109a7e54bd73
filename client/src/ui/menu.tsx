import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { cloneElement, createContext, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import classes from './menu.module.css';

interface MenuState { isOpen: boolean; setOpen: (isOpen: boolean) => void; anchor: React.RefObject<HTMLSpanElement | null>; width: number; isStart: boolean }

const MenuContext = createContext<MenuState | null>(null);

function useMenu(): MenuState {
  const state = useContext(MenuContext);
  if (state === null) throw new Error('outside of a menu');
  return state;
}

interface MenuProps { children: ReactNode; width?: number; position?: 'bottom-start' | 'bottom-end' }

/** A menu on the browser's own popover layer: nothing clips it, Escape and a click elsewhere close it. */
export function Menu({ children, width = 260, position = 'bottom-end' }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  return <MenuContext value={{ isOpen, setOpen, anchor, width, isStart: position === 'bottom-start' }}>{children}</MenuContext>;
}

type TargetProps = { onClick?: (event: MouseEvent) => void; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean };

function Target({ children }: { children: ReactElement<TargetProps> }) {
  const { anchor, isOpen, setOpen } = useMenu();
  return <span ref={anchor} className={classes.anchor}>{cloneElement(children, { onClick: () => setOpen(!isOpen), 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}</span>;
}

const ITEMS = '[role^="menuitem"]:not([disabled]), [data-menu-stop]';

function place(element: HTMLElement, anchor: HTMLElement, isStart: boolean): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = element;
  const left = isStart ? at.left : at.right - offsetWidth;
  const below = at.bottom + 4;
  const fitsBelow = below + offsetHeight <= window.innerHeight - 8;
  element.style.left = `${Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8))}px`;
  element.style.top = `${fitsBelow ? below : Math.max(8, at.top - offsetHeight - 4)}px`;
}

function Dropdown({ children }: { children: ReactNode }) {
  const { isOpen } = useMenu();
  return isOpen ? <OpenDropdown>{children}</OpenDropdown> : null;
}

function OpenDropdown({ children }: { children: ReactNode }) {
  const { setOpen, anchor, width, isStart } = useMenu();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    const target = anchor.current;
    if (!element || !target) return undefined;
    element.showPopover();
    place(element, target, isStart);
    element.querySelector<HTMLElement>(ITEMS)?.focus();
    const onToggle = (event: Event) => {
      if ('newState' in event && event.newState === 'closed') setOpen(false);
    };
    element.addEventListener('toggle', onToggle);
    return () => {
      element.removeEventListener('toggle', onToggle);
      if (element.contains(document.activeElement)) target.querySelector('button')?.focus();
    };
  }, [anchor, isStart, setOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (next === undefined || document.activeElement instanceof HTMLInputElement) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  return <div ref={list} popover="auto" role="menu" tabIndex={-1} className={classes.list} style={{ width }} onKeyDown={onKeyDown}>{children}</div>;
}

interface ItemProps { children: ReactNode; onClick?: () => void; href?: string; leftSection?: ReactNode; rightSection?: ReactNode; isChosen?: boolean; 'aria-current'?: true | undefined }

function Item({ children, onClick, href, leftSection, rightSection, isChosen, ...rest }: ItemProps) {
  const { setOpen, anchor } = useMenu();
  const choose = () => {
    anchor.current?.querySelector('button')?.focus();
    setOpen(false);
    onClick?.();
  };
  const content = <>{leftSection}<span className={classes.text}>{children}</span>{rightSection}{isChosen === true && <IconCheck size={18} aria-hidden />}</>;
  if (href !== undefined) return <a role="menuitem" tabIndex={-1} className={classes.item} href={href} onClick={choose}>{content}</a>;
  return <UnstyledButton role={isChosen === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={isChosen} tabIndex={-1} className={classes.item} onClick={choose} {...rest}>{content}</UnstyledButton>;
}

function Label({ children, id }: { children: ReactNode; id?: string }) {
  return <div id={id} className={classes.label}>{children}</div>;
}

function Divider() {
  return <hr className={classes.divider} />;
}

Menu.Target = Target;
Menu.Dropdown = Dropdown;
Menu.Item = Item;
Menu.Label = Label;
Menu.Divider = Divider;
