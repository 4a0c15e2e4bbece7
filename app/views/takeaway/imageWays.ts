import { formatCount } from '../../ui/format.ts'
import { saveAs } from '../../ui/saveAs.ts'
import { type Png, USUAL_SCALE } from './png.ts'
import type { Outcome, Way } from './TakeAway.tsx'

/** Saving a picture as an image, and copying it as one. */
export function imageWays(title: string, drawPng: () => Promise<Png>): Way[] {
  return [
    {
      icon: 'save',
      label: 'Save as PNG',
      hint: 'at twice its size',
      take: async () => {
        const png = await drawPng()
        saveAs(png.blob, `${title}.png`)
        return png.scale < USUAL_SCALE ? { tone: 'warn', text: `Saved, but ${smallerThan(png)}` } : null
      },
    },
    {
      icon: 'copy',
      label: 'Copy as image',
      ...(canCopyImages() ? {} : { disabled: true, hint: 'this browser does not offer it here' }),
      take: () => copy(drawPng()),
    },
  ]
}

// Only on pages that a browser trusts, and not in all browsers.
const canCopyImages = () => typeof ClipboardItem === 'function' && navigator.clipboard?.write !== undefined

async function copy(png: Promise<Png>): Promise<Outcome> {
  const blob = png.then(drawn => drawn.blob)
  // Asked before the image is there, or the browser would no longer know that a person wanted it.
  const write = navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  const [drawn, written] = await Promise.allSettled([png, write, blob])
  if (drawn.status === 'rejected') throw drawn.reason
  if (written.status === 'rejected') throw new Error('The browser did not let it be copied. Save it as PNG instead.')
  return drawn.value.scale < USUAL_SCALE
    ? { tone: 'warn', text: `Copied, but ${smallerThan(drawn.value)}` }
    : { tone: 'plain', text: 'Copied.' }
}

const smallerThan = ({ scale }: Png) =>
  `at ${formatCount(100 * scale)} % of its size and not at ${100 * USUAL_SCALE} %: browsers hold no larger image. As SVG it has no limit.`
