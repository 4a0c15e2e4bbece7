import { type Profile, type ReportFacts, type ReportOptions, SPONTANEOUS } from '../../../src/index.ts'
import type { Word } from '../../messages/learn/learn.ts'
import { useMessages } from '../../messages/messages.ts'
import { printWith, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Term } from '../help/Term.tsx'
import { useKey } from '../useKey.ts'

interface Props {
  profile: Profile
  facts: ReportFacts
  query: string
  /** Lines in which the search found something, ascending; null while it looks for them. */
  hits: Uint32Array | null
  /** The line the keyboard stands on; -1 before it stands anywhere. */
  active: number
  goTo: (line: number) => void
}

/** Ways through the report: its parts, gprof's switches, the lines in which the search found something. */
export function ReportBar({ profile, facts, query, hits, active, goTo }: Props) {
  return (
    <div className="report-bar">
      <Parts facts={facts} goTo={goTo} />
      {facts.origin === 'run' && <Switches profile={profile} canAddUnused={facts.unused} />}
      <span className="spacer" />
      <Words profile={profile} />
      {query.trim() !== '' && <Hits hits={hits} active={active} goTo={goTo} />}
    </div>
  )
}

/** The words of the report that newcomers ask about, as far as it has them. */
function Words({ profile }: { profile: Profile }) {
  const words = useMessages().terms
  const { arcs, cycles, functions } = profile
  const has: [Word, boolean][] = [
    ['index', arcs.length > 0],
    ['ofAll', arcs.length > 0],
    ['selfCalls', cycles.length > 0 || functions.selfCalls.some(own => own > 0)],
    ['cycle', cycles.length > 0],
    ['spontaneous', arcs.caller.includes(SPONTANEOUS)],
  ]
  const found = has.filter(([, isThere]) => isThere).map(([word]) => word)
  return (
    found.length > 0 && (
      <Term of={found} label={words.report}>
        {words.inReport}
      </Term>
    )
  )
}

const parts = [
  ['flat', 'Flat profile'],
  ['graph', 'Call graph'],
  ['index', 'Index'],
] as const

function Parts({ facts, goTo }: Pick<Props, 'facts' | 'goTo'>) {
  return (
    <fieldset className="report-parts" aria-label="Go to">
      {parts.map(
        ([part, title]) =>
          facts[part] >= 0 && (
            <button key={part} type="button" className="button" onClick={() => goTo(facts[part])}>
              {title}
            </button>
          ),
      )}
    </fieldset>
  )
}

/** gprof's switches. `canAddUnused`: whether more is known than what the profile has, as it is not of one out of a link. */
function Switches({ profile, canAddUnused }: { profile: Profile; canAddUnused: boolean }) {
  const { brief, only, unused } = useApp(state => state.view.report)
  const { flatProfile, callGraph } = profile.completeness
  const both = flatProfile.state !== 'none' && callGraph.state !== 'none'
  const switches: [letter: string, title: string, on: boolean, change: Partial<ReportOptions>][] = [
    ['-b', 'brief: without the explanations of columns', brief, { brief: !brief }],
    ['-p', 'the flat profile only', only === 'flat', { only: only === 'flat' ? null : 'flat' }],
    ['-q', 'the call graph and the index only', only === 'graph', { only: only === 'graph' ? null : 'graph' }],
    ['-z', 'functions to which nothing happened too', unused, { unused: !unused }],
  ]
  return (
    <fieldset className="report-switches" aria-label="Switches of gprof">
      <span className="mono">gprof</span>
      <span className="segments">
        {switches.map(
          ([letter, title, on, change]) =>
            (both || (letter !== '-p' && letter !== '-q')) &&
            (canAddUnused || letter !== '-z') && (
              <button
                key={letter}
                type="button"
                className="mono"
                aria-pressed={on}
                aria-label={`${letter}, ${title}`}
                title={title}
                onClick={() => printWith(change)}
              >
                {letter}
              </button>
            ),
        )}
      </span>
    </fieldset>
  )
}

function Hits({ hits, active, goTo }: Pick<Props, 'hits' | 'active' | 'goTo'>) {
  const count = hits?.length ?? 0
  // Hits before the line that the keyboard stands on.
  const before = hits ? placeOf(hits, active) : 0
  const stands = count > 0 && hits?.[before] === active
  const step = (by: 1 | -1) => {
    if (!hits || count === 0) return
    goTo(hits[(by > 0 ? before + (stands ? 1 : 0) : before - 1 + count) % count])
  }
  useKey('n', event => step(event.shiftKey ? -1 : 1))
  return (
    <span className="report-hits">
      <span role="status">
        {hits === null ? '…' : stands ? `${formatCount(before + 1)} of ${lines(count)}` : `found in ${lines(count)}`}
      </span>
      <button
        type="button"
        className="button icon"
        aria-label="Previous line found"
        title="Previous line found (Shift N)"
        disabled={count === 0}
        onClick={() => step(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="button icon"
        aria-label="Next line found"
        title="Next line found (N)"
        disabled={count === 0}
        onClick={() => step(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  )
}

const lines = (count: number) => `${formatCount(count)} ${count === 1 ? 'line' : 'lines'}`

/** How many of the ascending numbers are less than this one. */
function placeOf(numbers: Uint32Array, number: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle] < number) low = middle + 1
    else high = middle
  }
  return low
}
