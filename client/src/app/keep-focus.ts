/**
 * A button that is busy is disabled, and browsers take the focus from what is disabled: who works by keyboard would begin again at the top of the
 * page after each step. The button that was pressed gets it back, unless the person has gone on meanwhile.
 */
export function keepFocus(): () => void {
  let watched: MutationObserver | null = null;
  const onClick = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    watched?.disconnect();
    watched = new MutationObserver(() => {
      if (!button.disabled && button.isConnected && document.activeElement === document.body) button.focus();
    });
    watched.observe(button, { attributes: true, attributeFilter: ['disabled'] });
  };
  document.addEventListener('click', onClick, true);
  return () => {
    watched?.disconnect();
    document.removeEventListener('click', onClick, true);
  };
}
