/** A gold star on deep red: the only gold on the screen. */
export function Emblem({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <circle cx="16" cy="16" r="16" fill="#8f1d1d" />
      <path fill="#f2c94c" d="m16 5.2 2.6 7.6h8l-6.4 4.8 2.4 7.7-6.6-4.6-6.6 4.6 2.4-7.7-6.4-4.8h8z" />
    </svg>
  );
}
