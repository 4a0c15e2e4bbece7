import { type FlameRequest, type Profile, type Question, saidTitle } from '../../../../src/index.ts'
import { messages, say, useMessages } from '../../../messages/messages.ts'
import { chosenRow, comparison, matches, nameOf, sourceShown } from '../../../state/derive.ts'
import { ask } from '../../../state/reader.ts'
import { store, useApp } from '../../../state/store.ts'
import { formatBytes, formatCount, formatRounded } from '../../../ui/format.ts'
import { inSlices } from '../../../ui/inSlices.ts'
import { saveAs } from '../../../ui/saveAs.ts'
import { colouringFor } from '../../flame/flameColouring.ts'
import { shownSide } from '../../flame/shownSide.ts'
import { type FlameQuestion, optionsOf } from '../../flame/useFlameTable.ts'
import { imageWays } from '../imageWays.ts'
import { type Outcome, TakeAway, type Way } from '../TakeAway.tsx'
import { today } from '../today.ts'
import { boxesIn, chartsOfAtMost } from './chartsOfAtMost.ts'
import { type FlamePicture, readFlameTokens, type ShownChart } from './flamePicture.ts'
import { flamePng } from './flamePng.ts'
import { exportFlameSvg } from './flameSvg.ts'
import { summaryOf } from './summaryOf.ts'

interface Props {
  profile: Profile
  /** What is on screen, from top to bottom. */
  questions: readonly FlameQuestion[]
}

/** What a picture is said to be of where two profiles are compared: in it, and in its name. */
interface AboutSide {
  text: string
  name: string
}
const NO_SIDE: AboutSide = { text: '', name: '' }

/** More boxes make files that browsers are slow to open: a box takes some 370 bytes. */
const MOST_BOXES = 20_000

/** Saves the flame chart, all of it, as a picture or as text, or copies it. */
export function TakeFlame({ profile, questions }: Props) {
  const {
    takeaway: words,
    flame,
    pictures: { ofSide, fileOf },
  } = useMessages()
  const compared = useApp(comparison)
  const [{ side }] = questions
  const about =
    compared && side
      ? {
          text: ofSide[side](say(saidTitle(compared.a.title)), say(saidTitle(compared.b.title))),
          name: ` ${fileOf[side]}`,
        }
      : NO_SIDE
  const title = flame.file.name(profile.title, about.name)
  return (
    <TakeAway
      ways={[
        {
          icon: 'save',
          label: words.svg,
          hint: words.live,
          take: async () => {
            const picture = await pictureOf(profile, questions, about, MOST_BOXES)
            const file = new Blob([await inSlices(exportFlameSvg(picture))], { type: 'image/svg+xml' })
            saveAs(file, `${title}.svg`)
            return saved(picture, file, questions)
          },
        },
        ...imageWays(title, async () => flamePng(await pictureOf(profile, questions, about))),
        ...questions.map(question => foldedWay(profile, question, about)),
      ]}
    />
  )
}

/** Stacks of the whole chart, whatever is zoomed to. */
function foldedWay(profile: Profile, question: FlameQuestion, about: AboutSide): Way {
  const { folded, foldedHint, foldedOf } = messages().flame.file
  const part = question.root === undefined ? 'all' : (question.toward ?? 'callees')
  return {
    icon: 'flame',
    label: folded[part],
    hint: foldedHint,
    take: async () => {
      const lines = await askAbout('folded', { ...optionsOf({ ...question, span: null }), path: [] })
      const head = about.text === '' ? [] : [`# ${about.text}`]
      saveAs(
        new Blob([...head, ...lines].map(line => `${line}\n`)),
        `${profile.title}${about.name}${foldedOf[part]}.folded`,
      )
      return null
    },
  }
}

const askAbout = <Q extends Question & ('flame' | 'folded')>(kind: Q, options: FlameRequest) =>
  ask(kind, sourceShown(store.getState()), options)

function saved({ charts }: FlamePicture, { size }: Blob, questions: readonly FlameQuestion[]): Outcome {
  const { saved: words, savedCoarser } = messages().flame.file
  const what = [formatCount(boxesIn(charts)), formatBytes(size)] as const
  const coarser = charts.find(({ table }, i) => table.cut > optionsOf(questions[i]).cut)
  if (!coarser) return { tone: 'plain', text: words(...what) }
  return { tone: 'warn', text: savedCoarser(...what, formatRounded(100 * coarser.table.cut, 2)) }
}

/** What is on screen; with paths summed that on screen are not, where it would have more than so many boxes. */
async function pictureOf(
  profile: Profile,
  questions: readonly FlameQuestion[],
  about: AboutSide,
  most = Number.POSITIVE_INFINITY,
): Promise<FlamePicture> {
  const charts = await chartsOfAtMost(most, coarser => layOut(profile, questions, coarser))
  const state = store.getState()
  const compared = comparison(state)
  const summary = summaryOf(questions, charts[0].table)
  const found = matches(state)
  return {
    profile,
    charts,
    nameOf: nameOf(state),
    colouring: colouringFor(state.view.colouring, compared),
    compared,
    chosen: chosenRow(state),
    query: state.view.query,
    hits: found?.error === null ? found.hit : null,
    title: say(saidTitle(profile.title)),
    summary: about.text === '' ? summary : messages().pictures.summary(about.text, summary),
    date: today(),
    colours: readFlameTokens(document.body),
  }
}

/** The charts on screen, with boxes that are so many times as wide as there. */
const layOut = (profile: Profile, questions: readonly FlameQuestion[], coarser: number): Promise<ShownChart[]> =>
  Promise.all(
    questions.map(async question => {
      const options = optionsOf(question)
      const table = await askAbout('flame', { ...options, cut: coarser * options.cut })
      const shown = shownSide(profile, table, comparison(store.getState()), question.side)
      return { table, isRooted: question.root !== undefined, span: question.span, shown }
    }),
  )
