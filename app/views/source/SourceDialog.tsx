// Where the figures of a function or of a call come from, down to lines of the file and bytes of gmon.out. What a figure
// is a sum of can be asked about in turn; Back leads to what was asked before.

import { useEffect, useRef, useState } from 'react'
import { type FiguresAsked, type Provenance, visibleText } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { isComparing, sourceAlone } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { trace, useApp } from '../../state/store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ArcSource } from './ArcSource.tsx'
import { FunctionSource } from './FunctionSource.tsx'
import { SourceLines } from './SourceLines.tsx'
import './SourceDialog.css'

export function SourceDialog({ asked }: { asked: FiguresAsked }) {
  const words = useMessages().source
  const [way, setWay] = useState([asked])
  const figures = way[way.length - 1]
  const body = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const name = visibleText(figures.fn)
  // What was pressed is gone.
  const go = (next: FiguresAsked[]) => {
    setWay(next)
    heading.current?.focus()
  }
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
              onClick={() => go(way.slice(0, -1))}
            >
              <Icon name="back" />
            </button>
          )}
          <h3 ref={heading} className="mono" tabIndex={-1}>
            {figures.caller === null ? name : words.arc(visibleText(figures.caller), name)}
          </h3>
          <CopyButton className="button icon" label={words.copy} text={() => body.current?.innerText ?? ''}>
            <Icon name="copy" />
          </CopyButton>
        </div>
        <Traced key={way.length} asked={figures} onAsk={next => go([...way, next])} />
      </div>
    </Dialog>
  )
}

interface TracedProps {
  asked: FiguresAsked
  onAsk: (figures: FiguresAsked) => void
}

type Found = { provenance: Provenance | null } | { error: string } | null

function Traced({ asked, onAsk }: TracedProps) {
  const words = useMessages().source
  const source = useApp(sourceAlone)
  const comparing = useApp(isComparing)
  const transformed = useApp(state => state.view.transforms.length > 0)
  const [found, setFound] = useState<Found>(null)
  useEffect(() => {
    let isLatest = true
    ask('source', source, asked).then(
      provenance => isLatest && setFound({ provenance }),
      (error: unknown) => isLatest && setFound({ error: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      isLatest = false
    }
  }, [source, asked])
  if (!found) return <p role="status">{words.working}</p>
  if ('error' in found) return <p role="alert">{words.failed(found.error)}</p>
  const { provenance } = found
  if (!provenance) return <p>{words.none}</p>
  return (
    <>
      {comparing && <p className="source-note">{words.ofAfter}</p>}
      {transformed && <p className="source-note">{words.asRead}</p>}
      <SourceLines origin={provenance.origin} lines={provenance.lines} linked={!comparing} />
      {provenance.about === 'function' ? (
        <FunctionSource of={provenance} onAsk={onAsk} />
      ) : (
        <ArcSource of={provenance} onAsk={onAsk} />
      )}
    </>
  )
}
