import { boundsOf, type FlameOptions, type Profile } from '../../../../src/index.ts'
import { chosenRow, matches, nameOf, sourceShown } from '../../../state/derive.ts'
import { ask } from '../../../state/reader.ts'
import { store } from '../../../state/store.ts'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import { saveAs } from '../../../ui/saveAs.ts'
import { imageWays } from '../imageWays.ts'
import { type Outcome, TakeAway } from '../TakeAway.tsx'
import { today } from '../today.ts'
import { type FlamePicture, readFlameTokens } from './flamePicture.ts'
import { flamePng } from './flamePng.ts'
import { exportFlameSvg } from './flameSvg.ts'

interface Props {
  profile: Profile
  /** How the chart on screen was laid out. */
  options: FlameOptions
}

/** More boxes make files that browsers are slow to open: a box takes some 400 bytes. */
const MOST_BOXES = 20_000

/** Saves the flame chart, all of it, as a picture or as text, or copies it. */
export function TakeFlame({ profile, options }: Props) {
  const title = `${profile.title} flame chart`
  return (
    <TakeAway
      ways={[
        {
          icon: 'save',
          label: 'Save as SVG',
          hint: 'zooms and searches',
          take: async () => {
            const picture = await pictureOf(profile, options, MOST_BOXES)
            const file = new Blob([exportFlameSvg(picture)], { type: 'image/svg+xml' })
            saveAs(file, `${title}.svg`)
            return saved(picture, file, options.cut)
          },
        },
        ...imageWays(title, async () => flamePng(await pictureOf(profile, options))),
        {
          icon: 'flame',
          label: 'Save folded stacks',
          hint: 'for flamegraph.pl and others',
          take: async () => {
            const lines = await ask('folded', sourceShown(store.getState()), { ...options, path: [] })
            saveAs(new Blob(lines.map(line => `${line}\n`)), `${profile.title}.folded`)
            return null
          },
        },
      ]}
    />
  )
}

function saved({ table }: FlamePicture, { size }: Blob, cut: number): Outcome {
  const what = `${formatCount(table.length)} boxes, ${formatBytes(size)}`
  if (table.cut <= cut) return { tone: 'plain', text: `Saved ${what}.` }
  const coarser = Number((100 * table.cut).toPrecision(2))
  return {
    tone: 'warn',
    text: `Saved ${what}. Paths of less than ${coarser} % are summed in it, as a file holds no more.`,
  }
}

/** What is on screen; with paths summed that on screen are not, where it would have more than so many boxes. */
async function pictureOf(
  profile: Profile,
  options: FlameOptions,
  most = Number.POSITIVE_INFINITY,
): Promise<FlamePicture> {
  const state = store.getState()
  const layOut = (cut: number) => ask('flame', sourceShown(state), { ...options, cut })
  let table = await layOut(options.cut)
  while (table.length > most && table.cut < 1) table = await layOut(2 * table.cut)
  if (table.length > most)
    throw new Error(
      `Even its widest boxes are ${formatCount(table.length)}, too many for a picture. As folded stacks there is no limit.`,
    )
  const found = matches(state)
  return {
    profile,
    table,
    nameOf: nameOf(state),
    colouring: state.view.colouring,
    chosen: chosenRow(state),
    query: state.view.query,
    hits: found?.error === null ? found.hit : null,
    title: profile.title,
    summary: summaryOf(boundsOf(profile).certainShare),
    date: today(),
    colours: readFlameTokens(document.body),
  }
}

/** Where there is no page around the chart, it has to be said that it is no record of stacks. */
const summaryOf = (certain: number) =>
  `Call paths estimated from call counts${Number.isNaN(certain) ? '' : `; ${Math.round(certain * 100)} % of the time has only one place it can be`}`
