const [ROWS, ANGLE] = [4, (-28 * Math.PI) / 180];

/** Writes who reads across a painted page, faintly: a picture of the screen says whose screen it was. */
export function drawWatermark(canvas: HTMLCanvasElement, text: string): void {
  const pen = canvas.getContext('2d');
  if (pen === null || text === '') return;
  const side = Math.max(canvas.width, canvas.height);
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.font = `${Math.round(side / 46)}px "Be Vietnam Pro", sans-serif`;
  pen.fillStyle = 'rgba(120, 20, 20, 0.09)';
  for (let row = -1; row <= ROWS; row += 1) {
    pen.save();
    pen.translate(row % 2 === 0 ? side * 0.03 : side * 0.2, ((row + 1) * side) / ROWS);
    pen.rotate(ANGLE);
    pen.fillText(text, 0, 0);
    pen.restore();
  }
  pen.restore();
}

/** Frees the memory of a canvas at once instead of when the collector comes by. */
export function freeCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}
