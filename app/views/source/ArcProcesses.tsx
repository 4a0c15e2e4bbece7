import { useEffect, useRef, useState } from 'react'
import type { Answer, ArcProvenance, FiguresAsked } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { sourceTraced } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { ProcessTable } from './ProcessShares.tsx'

/** The processes that made the calls of an arc. Their files have to be read for that, so it is done once somebody asks. */
export function ArcProcesses({ of, asked }: { of: ArcProvenance; asked: FiguresAsked }) {
  const words = useMessages().source
  const say = useSay()
  const source = useApp(sourceTraced)
  const [done, setDone] = useState<number | null>(null)
  const [answer, setAnswer] = useState<Answer<'arcShares'>>(null)
  const [error, setError] = useState('')
  const asking = useRef(new AbortController())
  useEffect(() => () => asking.current.abort(), [])
  const start = () => {
    setDone(0)
    const { caller, fn } = of
    ask('arcShares', source, { caller, fn }, { onProgress: setDone, signal: asking.current.signal }).then(
      setAnswer,
      (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)),
    )
  }
  if (answer?.ok)
    return (
      <>
        <h5>{words.processes}</h5>
        <p>{words.callsOfProcesses(formatCount(answer.value.count), formatCount(answer.value.processes))}</p>
        <ProcessTable processes={answer.value} asked={asked} format={calls => formatCount(calls)} />
      </>
    )
  const failed = error || (answer?.ok === false ? answer.errors.map(say).join(' ') : '')
  if (failed !== '') return <p role="alert">{words.failed(failed)}</p>
  if (done !== null) return <p role="status">{words.readingProcesses(formatCount(done), formatCount(of.processes))}</p>
  return (
    <button type="button" className="button outlined" onClick={start}>
      {words.askProcesses(formatCount(of.processes))}
    </button>
  )
}
