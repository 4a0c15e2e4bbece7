import { useMemo } from 'react'
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
  const found = useMemo(() => wordsIn(profile), [profile])
  return (
    found.length > 0 && (
      <Term of={found} label={words.report}>
        {words.inReport}
      </Term>
    )
  )
}

function wordsIn({ arcs, cycles, functions }: Profile): Word[] {
  const has: [Word, boolean][] = [
    ['index', arcs.length > 0],
    ['ofAll', arcs.length > 0],
    ['selfCalls', cycles.length > 0 || functions.selfCalls.some(own => own > 0)],
    ['cycle', cycles.length > 0],
    ['spontaneous', arcs.caller.includes(SPONTANEOUS)],
  ]
  return has.filter(([, isThere]) => isThere).map(([word]) => word)
}

const parts = ['flat', 'graph', 'index'] as const

function Parts({ facts, goTo }: Pick<Props, 'facts' | 'goTo'>) {
  const { report: words } = useMessages()
  return (
    <fieldset className="report-parts" aria-label={words.goTo}>
      {parts.map(
        part =>
          facts[part] >= 0 && (
            <button key={part} type="button" className="button" onClick={() => goTo(facts[part])}>
              {words.parts[part]}
            </button>
          ),
      )}
    </fieldset>
  )
}

/** gprof's switches. `canAddUnused`: whether more is known than what the profile has, as it is not of one out of a link. */
function Switches({ profile, canAddUnused }: { profile: Profile; canAddUnused: boolean }) {
  const { brief, only, unused } = useApp(state => state.view.report)
  const { report: words } = useMessages()
  const { flatProfile, callGraph } = profile.completeness
  const both = flatProfile.state !== 'none' && callGraph.state !== 'none'
  const switches: [letter: string, title: string, on: boolean, change: Partial<ReportOptions>][] = [
    ['-b', words.brief, brief, { brief: !brief }],
    ['-p', words.flatOnly, only === 'flat', { only: only === 'flat' ? null : 'flat' }],
    ['-q', words.graphOnly, only === 'graph', { only: only === 'graph' ? null : 'graph' }],
    ['-z', words.unused, unused, { unused: !unused }],
  ]
  return (
    <fieldset className="report-switches" aria-label={words.switches}>
      <code>gprof</code>
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
                aria-label={words.switch(letter, title)}
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
  const { report: words, ui } = useMessages()
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
        {hits === null
          ? '…'
          : stands
            ? words.lineOf(formatCount(before + 1), formatCount(count), count)
            : words.foundIn(formatCount(count), count)}
      </span>
      <button
        type="button"
        className="button icon"
        aria-label={words.previous}
        title={ui.withKey(words.previous, 'Shift N')}
        disabled={count === 0}
        onClick={() => step(-1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="button icon"
        aria-label={words.next}
        title={ui.withKey(words.next, 'N')}
        disabled={count === 0}
        onClick={() => step(1)}
      >
        <Icon name="down" />
      </button>
    </span>
  )
}

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
