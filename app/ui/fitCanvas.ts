/** Gives a canvas as many pixels as its size on screen has, and lets it be drawn on in CSS pixels. True where that emptied it. */
export function fitCanvas(context: CanvasRenderingContext2D, size: { width: number; height: number }): boolean {
  const { canvas } = context
  const ratio = window.devicePixelRatio
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
  const isOther = canvas.width !== width || canvas.height !== height
  if (isOther) {
    canvas.width = width
    canvas.height = height
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return isOther
}
