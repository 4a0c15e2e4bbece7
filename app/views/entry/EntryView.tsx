// gprof's own block for one function: its callers, itself, its callees. Counts are exact; a time that is split among
// several callers by calls is marked as assumed.

import { type RefObject, useEffect, useRef, useState } from 'react'
import {
  boundsOf,
  cycleLabel,
  displayName,
  type FunctionRow,
  foldName,
  labelsOf,
  NO_CYCLE,
  type Profile,
  totalOf,
  visibleText,
} from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { chosenRow, chosenRowRead, isComparing } from '../../state/derive.ts'
import { fillWith, useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { formatCount, formatIn, scaleFor } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { useWidth } from '../../ui/useWidth.ts'
import { Term } from '../help/Term.tsx'
import { TraceButton } from '../source/TraceButton.tsx'
import { ComparedEntry } from './ComparedEntry.tsx'
import { ComparedStart } from './ComparedStart.tsx'
import { CycleFacts } from './CycleFacts.tsx'
import { EntryArcs } from './EntryArcs.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryStart } from './EntryStart.tsx'
import { entryRoom } from './entryRoom.ts'
import { othersOf } from './othersOf.ts'
import { useEntryMenus } from './useEntryMenus.tsx'
import './EntryView.css'

export function EntryView({ profile }: { profile: Profile }) {
  const fn = useApp(chosenRow)
  const index = fn < 0 ? -1 : profile.functions.index[fn]
  const width = useRef(0)
  const { entry: words } = useMessages()
  return (
    <Panel name="entry" title={words.title} {...(index > 0 ? { subtitle: words.index(String(index)) } : {})}>
      {fn < 0 ? <Nothing profile={profile} /> : <Entry key={fn} profile={profile} fn={fn} latestWidth={width} />}
    </Panel>
  )
}

function Nothing({ profile }: { profile: Profile }) {
  const { entry: words } = useMessages()
  const wanted = useApp(state => state.view.fn)
  const isTakenAway = useApp(state => chosenRowRead(state) >= 0)
  const comparing = useApp(isComparing)
  if (wanted === '') return comparing ? <ComparedStart profile={profile} /> : <EntryStart profile={profile} />
  if (isTakenAway)
    return (
      <p className="entry-nothing">
        <Pieces of={words.takenAway(visibleText(wanted))} />
      </p>
    )
  return <p className="entry-nothing">{words.notThere}</p>
}

interface EntryProps {
  profile: Profile
  fn: FunctionRow
  /** Width of the entry that was shown before. */
  latestWidth: RefObject<number>
}

function Entry({ profile, fn, latestWidth }: EntryProps) {
  const { entry: words } = useMessages()
  const body = useRef<HTMLDivElement>(null)
  const width = useWidth(body, latestWidth.current)
  useEffect(() => {
    latestWidth.current = width
  }, [width, latestWidth])
  const { functions } = profile
  const { menuEvents, menus } = useEntryMenus(profile)
  const comparing = useApp(isComparing)
  const naming = useApp(state => state.view.naming)
  const name = displayName(profile, fn, naming)
  return (
    <div ref={body} className="entry-body" {...menuEvents}>
      <div className="entry-head">
        <h3 className="mono">
          <Name name={name} />
          {functions.index[fn] > 0 && (
            <span className="entry-index">
              {' '}
              <Term of={['index']}>[{functions.index[fn]}]</Term>
            </span>
          )}
        </h3>
        <CopyButton className="button icon" label={words.copyName} text={() => name}>
          <Icon name="copy" />
        </CopyButton>
        {!comparing && (
          <button
            type="button"
            className="button icon"
            aria-label={words.showInReport}
            title={words.showInReport}
            onClick={() => fillWith('report')}
          >
            <Icon name="report" />
          </button>
        )}
      </div>
      <TraceButton fn={labelsOf(profile)[fn]} shortcut="S" />
      {comparing ? (
        <ComparedEntry profile={profile} fn={fn} width={width} />
      ) : (
        <OwnEntry profile={profile} fn={fn} name={name} width={width} />
      )}
      {menus}
    </div>
  )
}

/** The entry of one profile, as gprof has it. */
function OwnEntry({ profile, fn, name, width }: { profile: Profile; fn: FunctionRow; name: string; width: number }) {
  const { entry: words } = useMessages()
  const { functions } = profile
  const total = totalOf(profile)[fn]
  const scale = scaleFor(total, profile.unit)
  const { callers, callees } = othersOf(profile, fn)
  const cycle = functions.cycle[fn]
  const list = { profile, bounds: boundsOf(profile), total, scale, width }
  return (
    <>
      <EntryFacts profile={profile} fn={fn} />
      {!functions.explained[fn] && <p className="entry-note">{words.notExplained}</p>}
      <EntryArcs
        {...list}
        arcs={callers}
        side="callers"
        heading={words.callers(formatCount(callers.length), callers.length)}
        unit={<Term of={['ofAll', 'selfCalls']}>{words.timeAndCalls(scale.name)}</Term>}
      />
      <PrimaryLine profile={profile} fn={fn} name={name} time={formatIn(total, scale)} width={width} />
      <EntryArcs
        {...list}
        arcs={callees}
        side="callees"
        heading={words.callees(formatCount(callees.length), callees.length)}
        unit={callees.length > 0 && <Term of={['ofAll']}>{words.callsHere}</Term>}
      />
      {cycle !== NO_CYCLE && <CycleFacts profile={profile} cycle={cycle} fn={fn} width={width} />}
    </>
  )
}

/** Longest name shown whole at first: four lines or so. */
const LONG = 120

/** The function's name; one that runs over many lines is folded until it is asked for. */
function Name({ name }: { name: string }) {
  const { entry: words } = useMessages()
  const [whole, setWhole] = useState(false)
  const folded = foldName(name, LONG)
  return (
    <>
      <span title={name}>{whole ? name : folded}</span>
      {folded !== name && (
        <button type="button" className="entry-whole-name" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.foldName : words.wholeName(formatCount(name.length))}
        </button>
      )}
    </>
  )
}

interface PrimaryProps {
  profile: Profile
  fn: FunctionRow
  name: string
  time: string
  width: number
}

/** The line of the function itself, between its callers and its callees. */
function PrimaryLine({ profile, fn, name, time, width }: PrimaryProps) {
  const { entry: words } = useMessages()
  const narrow = useNarrow()
  const { functions } = profile
  const own = functions.selfCalls[fn]
  const calls = formatCount(functions.calls[fn]) + (own > 0 ? `+${formatCount(own)}` : '')
  const suffix = functions.cycle[fn] === NO_CYCLE ? '' : cycleLabel(profile, functions.cycle[fn])
  return (
    <div className="entry-row primary-line" data-fn={fn}>
      <span />
      <span className="entry-time">{time}</span>
      <span className="entry-bar">
        <i className="entry-bar-own" style={{ width: '100%' }} />
      </span>
      <span className="entry-name mono">
        <span className="entry-name-folded">{foldName(name, entryRoom(width, narrow, calls, suffix))}</span>
        {suffix !== '' && <span className="entry-cycle">{suffix}</span>}
      </span>
      <span
        className="entry-calls"
        title={own > 0 ? words.callsFrom(formatCount(functions.calls[fn]), formatCount(own)) : undefined}
      >
        {own > 0 ? <Term of={['selfCalls']}>{calls}</Term> : calls}
      </span>
    </div>
  )
}
