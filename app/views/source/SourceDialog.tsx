// Where figures come from, down to lines of the file and bytes of gmon.out. What a figure is a sum of can be asked about
// in turn; the arrow leads to what was asked before, and so does the browser's Back.

import { useEffect, useRef, useState } from 'react'
import { type FiguresAsked, type Provenance, visibleText } from '../../../src/index.ts'
import type { Messages } from '../../messages/en.ts'
import { useMessages } from '../../messages/messages.ts'
import { isComparing, sourceTraced } from '../../state/derive.ts'
import { trace, useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SideSwitch } from '../flame/SideSwitch.tsx'
import { ArcSource } from './ArcSource.tsx'
import { CycleSource } from './CycleSource.tsx'
import { FunctionSource } from './FunctionSource.tsx'
import { SourceLines } from './SourceLines.tsx'
import { useAnswer } from './useAnswer.ts'
import { WholeSource } from './WholeSource.tsx'
import './SourceDialog.css'

export function SourceDialog({ asked }: { asked: FiguresAsked }) {
  const words = useMessages().source
  const way = useWay(asked)
  const body = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const latest = useRef(asked)
  useEffect(() => {
    // What was pressed is gone.
    if (latest.current !== asked) heading.current?.focus()
    latest.current = asked
  }, [asked])
  return (
    <Dialog title={words.title} onClose={() => trace(null)}>
      <div className="source" ref={body}>
        <div className="source-head">
          {way.length > 1 && (
            <button
              type="button"
              className="button icon"
              aria-label={words.back}
              title={words.back}
              onClick={() => trace(way[way.length - 2])}
            >
              <Icon name="back" />
            </button>
          )}
          <h3 ref={heading} className="mono" tabIndex={-1}>
            {nameOf(asked, words)}
          </h3>
          <SideSwitch />
          <CopyButton className="button icon" label={words.copy} text={() => body.current?.innerText ?? ''}>
            <Icon name="copy" />
          </CopyButton>
        </div>
        <Traced asked={asked} />
      </div>
    </Dialog>
  )
}

function nameOf({ fn, caller }: FiguresAsked, words: Messages['source']): string {
  if (caller !== null) return words.arc(visibleText(caller), visibleText(fn))
  return fn === '' ? words.whole : visibleText(fn)
}

/** What was asked one after the other, up to what is asked now. */
function useWay(asked: FiguresAsked): FiguresAsked[] {
  const [way, setWay] = useState([asked])
  if (way[way.length - 1] === asked) return way
  const before = way.findLastIndex(({ fn, caller }) => fn === asked.fn && caller === asked.caller)
  const next = before < 0 ? [...way, asked] : [...way.slice(0, before), asked]
  setWay(next)
  return next
}

function Traced({ asked }: { asked: FiguresAsked }) {
  const words = useMessages().source
  const source = useApp(sourceTraced)
  const comparing = useApp(isComparing)
  const transformed = useApp(state => state.view.transforms.length > 0)
  const answered = useAnswer('source', source, asked)
  if (!answered) return <p role="status">{words.working}</p>
  if ('error' in answered) return <p role="alert">{words.failed(answered.error)}</p>
  const { answer } = answered
  if (!answer) return <p>{words.none}</p>
  return (
    <>
      {transformed && <p className="source-note">{words.asRead}</p>}
      <SourceLines origin={answer.origin} lines={answer.lines} linked={!comparing} />
      <SourceOf of={answer} asked={asked} />
    </>
  )
}

function SourceOf({ of, asked }: { of: Provenance; asked: FiguresAsked }) {
  switch (of.about) {
    case 'whole':
      return <WholeSource of={of} asked={asked} />
    case 'function':
      return <FunctionSource of={of} asked={asked} />
    case 'cycle':
      return <CycleSource of={of} />
    case 'arc':
      return <ArcSource of={of} asked={asked} />
  }
}
