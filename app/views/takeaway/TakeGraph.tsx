import { saidTitle } from '../../../src/index.ts'
import { messages, say, useMessages } from '../../messages/messages.ts'
import { chosenRow, matches } from '../../state/derive.ts'
import { layOutGraph } from '../../state/graphLayout.ts'
import { store } from '../../state/store.ts'
import { saveAs } from '../../ui/saveAs.ts'
import type { GraphDrawing } from '../graph/graphDrawing.ts'
import { litWay, waysTo } from '../graph/useWays.ts'
import { exportDot } from './dot.ts'
import { imageWays } from './imageWays.ts'
import { type Picture, readPictureColours } from './picture.ts'
import { embeddedFaces, pngOf } from './png.ts'
import { exportSvg } from './svg.ts'
import { TakeAway } from './TakeAway.tsx'
import { today } from './today.ts'

interface Props {
  drawing: GraphDrawing
  /** What part of the profile is drawn. */
  summary: string
}

/** Saves the call graph as it is on screen, all of it, or copies it. */
export function TakeGraph({ drawing, summary }: Props) {
  const { takeaway: words } = useMessages()
  const title = words.graphFile(drawing.profile.title)
  const save = async (write: (picture: Picture) => string, type: string, ending: string) => {
    saveAs(new Blob([write(await pictureOf(drawing, summary))], { type }), `${title}.${ending}`)
    return null
  }
  return (
    <TakeAway
      ways={[
        {
          icon: 'save',
          label: words.svg,
          hint: words.sharp,
          take: () => save(exportSvg, 'image/svg+xml', 'svg'),
        },
        // Without the faces of the page it is still a picture.
        ...imageWays(title, async () =>
          pngOf(exportSvg(await pictureOf(drawing, summary), await embeddedFaces().catch(() => ''))),
        ),
        {
          icon: 'graph',
          label: words.dot,
          hint: words.forGraphviz,
          take: () => save(exportDot, 'text/vnd.graphviz', 'dot'),
        },
      ]}
    />
  )
}

/** What is on screen. Whoever drew it last knows where everything is; if not, it is laid out here. */
async function pictureOf(drawing: GraphDrawing, summary: string): Promise<Picture> {
  const layout = await layOutGraph(drawing)
  if (layout === null) throw new Error(messages().graph.changed)
  if ('failed' in layout) throw new Error(messages().graph.noPicture(layout.failed))
  const { profile } = drawing
  const state = store.getState()
  const chosen = chosenRow(state)
  return {
    placed: { drawing, placement: layout.placement },
    chosen,
    path: litWay(waysTo(drawing, chosen), state.view.way),
    hits: matches(state)?.hit ?? null,
    title: say(saidTitle(profile.title)),
    summary,
    date: today(),
    colours: readPictureColours(document.body),
  }
}
