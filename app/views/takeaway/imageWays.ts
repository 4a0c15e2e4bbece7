import { messages } from '../../messages/messages.ts'
import { formatCount } from '../../ui/format.ts'
import { saveAs } from '../../ui/saveAs.ts'
import { type Png, USUAL_SCALE } from './png.ts'
import type { Outcome, Way } from './TakeAway.tsx'

/** Saving a picture as an image, and copying it as one. */
export function imageWays(title: string, drawPng: () => Promise<Png>): Way[] {
  const words = messages().takeaway
  return [
    {
      icon: 'save',
      label: words.png,
      hint: words.twice,
      take: async () => {
        const png = await drawPng()
        saveAs(png.blob, `${title}.png`)
        return png.scale < USUAL_SCALE ? { tone: 'warn', text: words.savedAt(...percents(png)) } : null
      },
    },
    {
      icon: 'copy',
      label: words.copyImage,
      ...(canCopyImages() ? {} : { disabled: true, hint: words.notOffered }),
      take: () => copy(drawPng()),
    },
  ]
}

// Only on pages that a browser trusts, and not in all browsers.
const canCopyImages = () => typeof ClipboardItem === 'function' && navigator.clipboard?.write !== undefined

async function copy(png: Promise<Png>): Promise<Outcome> {
  const words = messages().takeaway
  const blob = png.then(drawn => drawn.blob)
  // Asked before the image is there, or the browser would no longer know that a person wanted it.
  const write = navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
  const [drawn, written] = await Promise.allSettled([png, write, blob])
  if (drawn.status === 'rejected') throw drawn.reason
  if (written.status === 'rejected') throw new Error(words.notCopied)
  return drawn.value.scale < USUAL_SCALE
    ? { tone: 'warn', text: words.copiedAt(...percents(drawn.value)) }
    : { tone: 'plain', text: words.copied }
}

/** Of its size on screen: what it has, and what it should have. */
const percents = ({ scale }: Png) => [formatCount(100 * scale), formatCount(100 * USUAL_SCALE)] as const
