/** How far an import is. `done` and `total` are in the same unit (bytes, or records). */
export interface Progress {
  step: string;
  done: number;
  total: number;
}
export type OnProgress = (progress: Progress) => void;

const BAR = 28;

/** A bar that is redrawn on a terminal; elsewhere a line for each step and each quarter of it. */
export function progressTo(stream: NodeJS.WriteStream): { show: OnProgress; end: () => void } {
  let last = '';
  let drawn = 0;
  const draw = ({ step, done, total }: Progress) => {
    const share = total > 0 ? Math.min(1, done / total) : 1;
    if (!stream.isTTY) {
      const line = `${step}: ${Math.floor(share * 4) * 25} %`;
      if (line !== last) stream.write(`${line}\n`);
      last = line;
      return;
    }
    // Redrawing more often than a screen does only costs time.
    if (share < 1 && Date.now() - drawn < 50) return;
    drawn = Date.now();
    const filled = Math.round(share * BAR);
    stream.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${String(Math.floor(share * 100)).padStart(3)} %  ${step}`);
    last = step;
  };
  return { show: draw, end: () => void (stream.isTTY && last && stream.write('\r\u001b[K')) };
}
