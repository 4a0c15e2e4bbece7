import type { Page } from '@playwright/test'

/** Size of an image, its left top pixel and whether the other corners are like it, its colours, and how much is drawn. */
export const imageFacts = (page: Page, bytes: Buffer) =>
  page.evaluate(async base64 => {
    const binary = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
    const image = await createImageBitmap(new Blob([binary], { type: 'image/png' }))
    const { width, height } = image
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)
    const drawn = pixels.reduce((sum, pixel) => sum + Number(pixel !== pixels[0]), 0) / pixels.length
    return {
      width,
      height,
      ground: [...new Uint8Array(pixels.buffer, 0, 4)],
      hasGroundAround: [width - 1, pixels.length - width, pixels.length - 1].every(at => pixels[at] === pixels[0]),
      colours: new Set(pixels).size,
      drawn,
    }
  }, bytes.toString('base64'))

/** The PNG that is on the clipboard. */
export async function copiedImage(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const bytes = new Uint8Array(await (await item.getType('image/png')).arrayBuffer())
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
  })
  return Buffer.from(base64, 'base64')
}
