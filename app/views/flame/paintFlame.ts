import type { Fill, FlameDrawing, LabelRun, Outline } from './flameDrawing.ts'

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
/** What to fill with where there is a texture. */
export type FillStyleOf = (fill: Fill, ratio: number) => CanvasPattern | string

/** Paints a drawing in CSS pixels; the context is scaled to the screen's own. */
export function paintFlame(context: Context, drawing: FlameDrawing, styleOf: FillStyleOf): void {
  context.clearRect(0, 0, drawing.width, drawing.height)
  const fill = (of: Fill) => paintFill(context, of, of.texture ? styleOf(of, drawing.ratio) : of.colour)
  drawing.boxes.forEach(fill)
  drawing.grounds.forEach(fill)
  for (const run of drawing.labels) writeLabels(context, run)
  drawing.marks.forEach(fill)
  for (const outline of drawing.outlines) strokeOutline(context, outline)
}

function paintFill(context: Context, { alpha, rectangles }: Fill, style: CanvasPattern | string) {
  context.globalAlpha = alpha
  context.fillStyle = style
  for (let i = 0; i < rectangles.length; i += 4)
    context.fillRect(rectangles[i], rectangles[i + 1], rectangles[i + 2], rectangles[i + 3])
  context.globalAlpha = 1
}

function writeLabels(context: Context, { font, align, colour, alpha, texts, places }: LabelRun) {
  context.globalAlpha = alpha
  context.font = font
  context.textAlign = align
  context.textBaseline = 'middle'
  context.fillStyle = colour
  for (const [i, text] of texts.entries()) context.fillText(text, places[2 * i], places[2 * i + 1])
  context.globalAlpha = 1
}

function strokeOutline(context: Context, { colour, lineWidth, rectangles }: Outline) {
  context.strokeStyle = colour
  context.lineWidth = lineWidth
  for (let i = 0; i < rectangles.length; i += 4)
    context.strokeRect(rectangles[i], rectangles[i + 1], rectangles[i + 2], rectangles[i + 3])
}
