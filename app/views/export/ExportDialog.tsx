import { useEffect, useRef, useState } from 'react'
import { type Format, formats, saidTitle } from '../../../src/index.ts'
import { say, useMessages, useSay } from '../../messages/messages.ts'
import {
  applied,
  isComparing,
  profileOfAll,
  profileRead,
  profileShown,
  sourceAlone,
  sourceShown,
} from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { store, useApp } from '../../state/store.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatBytes, formatCount, formatTime } from '../../ui/format.ts'
import { Pieces } from '../../ui/Pieces.tsx'
import { saveAs } from '../../ui/saveAs.ts'
import { useGraphOptions } from '../graph/useVisibleGraph.ts'
import './ExportDialog.css'

/** What became of the format that was chosen last. */
interface Outcome {
  format: Format
  /** Bytes; 0 while it is being written. */
  size: number
  /** Why it was not written; empty if it was. */
  failure: string
}

/** Saves what is shown in a format of other programs. Each says what is in it, and what it cannot hold. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const graph = useGraphOptions()
  const words = useMessages().export
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const list = useRef<HTMLUListElement>(null)
  // The first format, rather than the cross.
  useEffect(() => list.current?.querySelector('button')?.focus(), [])

  const save = async (format: Format) => {
    const state = store.getState()
    const comparing = isComparing(state)
    const title = (comparing ? profileOfAll(state) : profileShown(state))?.title ?? ''
    const told = (rest: Partial<Outcome>) => setOutcome({ format, size: 0, failure: '', ...rest })
    told({})
    try {
      const written = await ask(
        'export',
        comparing ? { ...sourceAlone(state), transforms: sourceShown(state).transforms } : sourceShown(state),
        // Of the graph of both, nothing is said about the rows of one.
        { format: format.name, graph: comparing ? { minShare: Number.NaN, pinned: [] } : graph },
      )
      if (!written.ok) return told({ failure: written.errors.map(say).join(' ') })
      const file = new Blob([written.value], { type: format.type })
      saveAs(file, `${title}.${format.ending}`)
      told({ size: file.size })
    } catch (error) {
      told({ failure: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className="export">
        <Subject />
        <ul ref={list}>
          {formats.map(format => (
            <li key={format.name}>
              <FormatRow
                format={format}
                outcome={outcome?.format === format ? outcome : null}
                onChoose={() => void save(format)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** What is about to be saved: what the views show. */
function Subject() {
  const read = useApp(profileRead)
  const changed = useApp(applied)
  const comparing = useApp(isComparing)
  const words = useMessages().export
  const say = useSay()
  if (!read) return null
  const title = say(saidTitle(read.title))
  if (comparing) return <p>{words.whileComparing}</p>
  if (!changed)
    return (
      <p>
        <Pieces of={words.whole(title)} />
      </p>
    )
  const n = changed.transforms.length
  const [time, all] = [changed.profile.total, read.total].map(each => formatTime(each, read.unit))
  const isLess = changed.profile.total < read.total
  return (
    <p>
      <Pieces
        of={isLess ? words.changedTo(title, formatCount(n), n, time, all) : words.changed(title, formatCount(n), n)}
      />
    </p>
  )
}

interface RowProps {
  format: Format
  outcome: Outcome | null
  onChoose: () => void
}

function FormatRow({ format, outcome, onChoose }: RowProps) {
  const words = useMessages().export
  const { title, ending, readers, holds, lacks } = { ...format, ...words.formats[format.name] }
  const isSaving = outcome?.size === 0 && outcome.failure === ''
  const state = isSaving
    ? words.writing
    : outcome && outcome.failure === ''
      ? words.saved(formatBytes(outcome.size))
      : ''
  return (
    <>
      <button type="button" onClick={onChoose}>
        <span className="export-head">
          <b className="export-title">{title}</b>
          <span className="mono">.{ending}</span>
          <span className="spacer" />
          <span className={state === '' ? '' : 'export-state'}>{state || readers}</span>
        </span>
        <span className="export-holds">{holds}</span>
        <span className="export-lacks">{lacks}</span>
      </button>
      <span className="visually-hidden" role="status">
        {state && words.outcome(title, state)}
      </span>
      {outcome && outcome.failure !== '' && (
        <p className="export-failure" role="alert">
          {outcome.failure}
        </p>
      )}
    </>
  )
}
