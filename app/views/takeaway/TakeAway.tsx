import { useEffect, useRef, useState } from 'react'
import { chosenRow, matches } from '../../state/derive.ts'
import { layOutGraph } from '../../state/graphLayout.ts'
import { store } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { saveAs } from '../../ui/saveAs.ts'
import type { GraphDrawing } from '../graph/graphDrawing.ts'
import { litWay, waysTo } from '../graph/useWays.ts'
import { exportDot } from './dot.ts'
import { type Picture, readPictureColours } from './picture.ts'
import { embeddedFaces, type Png, pngOf, USUAL_SCALE } from './png.ts'
import { exportSvg } from './svg.ts'
import './TakeAway.css'

interface Props {
  drawing: GraphDrawing
  /** What part of the profile is drawn. */
  summary: string
}

interface Outcome {
  tone: 'plain' | 'warn'
  text: string
}

const LABEL = 'Save or copy the picture'

/** Saves the call graph as it is on screen, all of it, or copies it. */
export function TakeAway({ drawing, summary }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (outcome?.tone !== 'plain') return
    const timer = setTimeout(() => setOutcome(null), 3_000)
    return () => clearTimeout(timer)
  }, [outcome])

  const title = `${drawing.profile.title} call graph`
  /** Does it, and tells what is to be told about it. */
  const take = (work: (picture: Promise<Picture>) => Promise<Outcome | null>) => () => {
    setOutcome(null)
    work(pictureOf(drawing, summary)).then(setOutcome, (error: unknown) =>
      setOutcome({ tone: 'warn', text: error instanceof Error ? error.message : String(error) }),
    )
  }
  const items: MenuItem[] = [
    {
      icon: 'save',
      label: 'Save as SVG',
      hint: 'sharp at any size',
      onSelect: take(async picture => {
        saveAs(new Blob([exportSvg(await picture)], { type: 'image/svg+xml' }), `${title}.svg`)
        return null
      }),
    },
    {
      icon: 'save',
      label: 'Save as PNG',
      hint: 'at twice its size',
      onSelect: take(async picture => {
        const png = await draw(await picture)
        saveAs(png.blob, `${title}.png`)
        return png.scale < USUAL_SCALE ? { tone: 'warn', text: `Saved, but ${smallerThan(png)}` } : null
      }),
    },
    {
      icon: 'copy',
      label: 'Copy as image',
      ...(canCopyImages() ? {} : { disabled: true, hint: 'this browser does not offer it here' }),
      onSelect: take(copy),
    },
    {
      icon: 'graph',
      label: 'Save as DOT',
      hint: 'for Graphviz',
      onSelect: take(async picture => {
        saveAs(new Blob([exportDot(await picture)], { type: 'text/vnd.graphviz' }), `${title}.dot`)
        return null
      }),
    },
  ]
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button icon"
        aria-label={LABEL}
        title={LABEL}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="save" />
      </button>
      {open && button.current && (
        <Menu label={LABEL} items={items} at={button.current} onClose={() => setOpen(false)} />
      )}
      {outcome && (
        <div className="take-away-outcome">
          <Notice tone={outcome.tone} onDismiss={() => setOutcome(null)}>
            <p>{outcome.text}</p>
          </Notice>
        </div>
      )}
    </>
  )
}

/** What is on screen. Whoever drew it last knows where everything is; if not, it is laid out here. */
async function pictureOf(drawing: GraphDrawing, summary: string): Promise<Picture> {
  const layout = await layOutGraph(drawing.dot)
  if (layout === null) throw new Error('The picture has changed meanwhile. Try again.')
  if ('failed' in layout) throw new Error(`There is no picture to take: ${layout.failed}`)
  const { profile } = drawing
  const state = store.getState()
  const chosen = chosenRow(state)
  return {
    placed: { drawing, placement: layout.placement },
    chosen,
    path: litWay(waysTo(drawing, chosen), state.view.way),
    hits: matches(state)?.hit ?? null,
    title: profile.title,
    summary,
    date: new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
    colours: readPictureColours(document.body),
  }
}

// Without the faces of the page it is still a picture.
const draw = async (picture: Picture): Promise<Png> => pngOf(exportSvg(picture, await embeddedFaces().catch(() => '')))

// Only on pages that a browser trusts, and not in all browsers.
const canCopyImages = () => typeof ClipboardItem === 'function' && navigator.clipboard?.write !== undefined

async function copy(picture: Promise<Picture>): Promise<Outcome> {
  const png = picture.then(draw)
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
