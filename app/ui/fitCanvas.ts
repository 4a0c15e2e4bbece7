/** Gives a canvas as many pixels as its size on screen has, and lets it be drawn on in CSS pixels. */
export function fitCanvas(context: CanvasRenderingContext2D, size: { width: number; height: number }): void {
  const { canvas } = context
  const ratio = window.devicePixelRatio
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
}
