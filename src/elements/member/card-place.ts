/** Between the card and the edges of the window, in px. */
const EDGE = 8;

/** Below the name, or above where there is more room, and within the window: for browsers without CSS anchors. @returns ends it */
export function keepBeside(anchor: HTMLElement, card: HTMLElement): () => void {
  const place = () => {
    const name = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const { clientWidth, clientHeight } = document.documentElement;
    const start = getComputedStyle(anchor).direction === 'rtl' ? name.right - width : name.left;
    const above = name.bottom + height + EDGE > clientHeight && name.top > clientHeight - name.bottom;
    card.style.setProperty('left', `${Math.max(EDGE, Math.min(start, clientWidth - width - EDGE))}px`);
    card.style.setProperty('top', `${Math.max(EDGE, above ? name.top - height - EDGE : name.bottom)}px`);
  };
  place();
  const events = new AbortController();
  const options = { signal: events.signal, capture: true, passive: true };
  addEventListener('scroll', place, options);
  addEventListener('resize', place, options);
  return () => events.abort();
}
