import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../messages/messages.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import './TakeAway.css'

/** What came of taking something away, for whoever did. */
export interface Outcome {
  tone: 'plain' | 'warn'
  text: string
}

/** One way to take something away. */
export interface Way extends Omit<MenuItem, 'onSelect'> {
  /** Does it, and tells what is to be told about it; rejects with a sentence if it cannot be done. */
  take: () => Promise<Outcome | null>
}

/** A button in the head of a panel, with a menu of ways to take away what the panel shows. */
export function TakeAway({ ways }: { ways: readonly Way[] }) {
  const { label } = useMessages().takeaway
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (outcome?.tone !== 'plain') return
    const timer = setTimeout(() => setOutcome(null), 3_000)
    return () => clearTimeout(timer)
  }, [outcome])

  const items = ways.map(({ take, ...item }) => ({
    ...item,
    onSelect: () => {
      setOutcome(null)
      take().then(setOutcome, (error: unknown) =>
        setOutcome({ tone: 'warn', text: error instanceof Error ? error.message : String(error) }),
      )
    },
  }))
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button icon"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="save" />
      </button>
      {open && button.current && (
        <Menu label={label} items={items} at={button.current} onClose={() => setOpen(false)} />
      )}
      {outcome && (
        <div className="take-away-outcome">
          <Notice tone={outcome.tone} onDismiss={() => setOutcome(null)}>
            <p>{outcome.text}</p>
          </Notice>
        </div>
      )}
    </>
  )
}
