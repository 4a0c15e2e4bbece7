import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Word } from '../../messages/learn/learn.ts'
import { loadLearn, useLearnMessages, useMessages } from '../../messages/messages.ts'
import { placeMenu } from '../../ui/placeMenu.ts'
import { Explanation } from './Explanation.tsx'
import { useWordFigures } from './useWordFigures.ts'
import './Term.css'

interface Props {
  /** The words that are explained, one after the other. */
  of: readonly Word[]
  /** What a screen reader says before what is shown; without, what is shown says it. */
  label?: string
  children: ReactNode
}

/** A word of gprof where it stands: pressed, it says what it means, and what that is in the profile on screen. */
export function Term({ of: words, label, children }: Props) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const id = useId()
  const says = useMessages().terms
  const learn = useLearnMessages()
  // The words may come later than the card: then it is placed anew.
  useLayoutEffect(() => {
    if (!open || !learn || !card.current || !button.current) return
    const area = button.current.getBoundingClientRect()
    const room = { width: window.innerWidth, height: window.innerHeight }
    const { left, top } = placeMenu(card.current.getBoundingClientRect(), area, room)
    card.current.style.left = `${Math.floor(left)}px`
    card.current.style.top = `${Math.floor(top)}px`
  }, [open, learn])
  return (
    <>
      <button ref={button} type="button" className="term" popoverTarget={id} title={says.hint} aria-label={label}>
        {children}
      </button>
      {createPortal(
        <div
          ref={card}
          id={id}
          popover="auto"
          className="word-card"
          role="dialog"
          aria-label={learn ? words.map(word => learn.words[word].word).join(', ') : says.hint}
          tabIndex={-1}
          onToggle={event => {
            const isOpen = event.newState === 'open'
            setOpen(isOpen)
            if (!isOpen) return
            void loadLearn()
            event.currentTarget.focus()
          }}
        >
          {open && learn && <Card of={words} />}
        </div>,
        document.body,
      )}
    </>
  )
}

function Card({ of: words }: { of: readonly Word[] }) {
  const learn = useLearnMessages()
  const shown = useWordFigures()
  return (
    learn &&
    words.map(word => (
      <section key={word}>
        <h3>{learn.words[word].word}</h3>
        <Explanation of={word} words={learn} shown={shown} />
      </section>
    ))
  )
}
