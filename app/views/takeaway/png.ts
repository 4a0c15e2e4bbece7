import { messages } from '../../messages/messages.ts'
import { bytesOf, FACE_WEIGHTS, type Face, faces } from '../../ui/faces.ts'

/** An image, and how many of its pixels are one of the page. */
export interface Png {
  blob: Blob
  scale: number
}

/** Sharp on screens with twice the pixels, and in print. */
export const USUAL_SCALE = 2
/** What browsers hold at most: pixels in a row and in all. Those that hold less are found out by trying. */
const MOST = { side: 16_384, area: 2 ** 26 }
/** A picture that no canvas holds at this scale cannot be read at it either. */
const SMALLEST_SCALE = 0.1

/** How large a picture can be drawn. */
export const scaleFor = (width: number, height: number): number =>
  Math.min(USUAL_SCALE, MOST.side / width, MOST.side / height, Math.sqrt(MOST.area / (width * height)))

/** Draws SVG at twice its size, or as large as the browser can. Rejects with a sentence if it cannot at all. */
export const pngOf = (svg: string): Promise<Png> =>
  withImage(svg, image => pngBy(image.naturalWidth, image.naturalHeight, context => context.drawImage(image, 0, 0)))

/** Does something with SVG as an image. */
export async function withImage<Made>(svg: string, use: (image: HTMLImageElement) => Promise<Made>): Promise<Made> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    await image.decode()
    return await use(image)
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/**
 * Draws a picture of so many pixels of the page at twice its size, or as large as the browser can. Rejects with a sentence
 * if it cannot at all.
 *
 * @param draw Draws in pixels of the page; it must leave no corner that can be seen through.
 */
export async function pngBy(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D, scale: number) => void,
): Promise<Png> {
  for (let scale = scaleFor(width, height); scale >= SMALLEST_SCALE; scale /= 2) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(width * scale)
    canvas.height = Math.floor(height * scale)
    const context = canvas.getContext('2d')
    if (!context) continue
    context.scale(canvas.width / width, canvas.height / height)
    draw(context, scale)
    // A canvas that is too large for the browser stays empty.
    if (context.getImageData(0, 0, 1, 1).data[3] === 0) continue
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (blob) return { blob, scale }
  }
  throw new Error(messages().takeaway.notDrawn)
}

/** The faces of the page, to be put into SVG: as an image it cannot use those of the page round it. */
export async function embeddedFaces(): Promise<string> {
  return (await Promise.all(faces.map(embedded))).join('')
}

async function embedded(face: Face): Promise<string> {
  const bytes = new Uint8Array(await bytesOf(face))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `@font-face{font-family:"${face.family}";src:url(data:font/woff2;base64,${btoa(binary)});font-weight:${FACE_WEIGHTS}}`
}
