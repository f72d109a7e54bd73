import { type RefObject, useEffect, useRef } from 'react';

/** Ctrl + wheel and two fingers zoom; everything else scrolls as the device does. */
export function useGestures(scroller: RefObject<HTMLDivElement | null>, zoom: number, setZoom: (zoom: number) => void): void {
  const latest = useRef({ zoom, setZoom });
  useEffect(() => { latest.current = { zoom, setZoom }; });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let pinch: { distance: number; zoom: number } | null = null;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current.setZoom(latest.current.zoom * Math.exp(-event.deltaY / 300));
    };
    const distanceOf = ({ touches: [a, b] }: TouchEvent) => (a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0);
    const onStart = (event: TouchEvent) => { pinch = event.touches.length === 2 ? { distance: distanceOf(event), zoom: latest.current.zoom } : null; };
    const onMove = (event: TouchEvent) => {
      if (!pinch || event.touches.length !== 2) return;
      event.preventDefault();
      latest.current.setZoom((pinch.zoom * distanceOf(event)) / Math.max(1, pinch.distance));
    };
    const onEnd = () => { pinch = null; };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('touchstart', onStart, { passive: true });
    element.addEventListener('touchmove', onMove, { passive: false });
    element.addEventListener('touchend', onEnd);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('touchstart', onStart);
      element.removeEventListener('touchmove', onMove);
      element.removeEventListener('touchend', onEnd);
    };
  }, [scroller]);
}
