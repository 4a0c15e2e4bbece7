import { type FormEvent, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { groupingsOf, isExpression, type Profile, type Transform } from '../../../src/index.ts'
import { addTransform, store, useApp } from '../../state/store.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'
import { matchVerbs } from './transformWords.ts'
import './TransformButton.css'

/** Opens what can be done to the profile before any view shows it, as does the key F. */
export function TransformButton({ profile }: { profile: Profile }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const count = useApp(state => state.view.transforms.length)
  useKey('f', () => button.current?.click())
  const place = ({ newState }: ToggleEvent) => {
    setOpen(newState === 'open')
    const { right, bottom } = button.current?.getBoundingClientRect() ?? { right: 0, bottom: 0 }
    const width = card.current?.offsetWidth ?? 0
    card.current?.style.setProperty('left', `${Math.max(12, right - width)}px`)
    card.current?.style.setProperty('top', `${bottom + 8}px`)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button icon transform-button"
        popoverTarget={id}
        aria-label="Focus, hide, group"
        title="Focus, hide, group (F)"
      >
        <Icon name="filter" />
        {count > 0 && <i className="transform-count">{count}</i>}
      </button>
      <div ref={card} id={id} className="transform-card" popover="auto" onToggle={place}>
        {open && <TransformForm profile={profile} onDone={() => card.current?.hidePopover()} />}
      </div>
    </>
  )
}

/** One field, and what can be done with the functions that it names. */
function TransformForm({ profile, onDone }: { profile: Profile; onDone: () => void }) {
  // Whoever has searched for something or chosen something means that.
  const [match, setMatch] = useState(() => {
    const { query, fn } = store.getState().view
    return query.trim() === '' ? fn : asExpression(query.trim())
  })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const groupings = groupingsOf(profile.functions.name)
  const wanted = match.trim()
  const add = (transform: Transform) => {
    addTransform(transform)
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '') add({ kind: 'focus', match: wanted })
  }
  return (
    <form className="transform-form" onSubmit={submit} aria-label="Focus, hide, group">
      <label>
        A function, or a <span className="mono">/regex/</span> over names
        <input
          ref={field}
          className="mono"
          value={match}
          placeholder="parse_expr or /^parse_/"
          autoComplete="off"
          spellCheck={false}
          onChange={event => setMatch(event.target.value)}
        />
      </label>
      <ul>
        {matchVerbs.map(({ kind, verb, does }) => (
          <li key={kind}>
            <button
              type={kind === 'focus' ? 'submit' : 'button'}
              disabled={wanted === ''}
              onClick={kind === 'focus' ? undefined : () => add({ kind, match: wanted })}
            >
              <b>{verb}</b> <span>{does}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>Put together</h3>
      <ul>
        {groupings.map(by => (
          <li key={by}>
            <button type="button" onClick={() => add({ kind: 'groupBy', by })}>
              <b>By {by === 'file' ? 'file' : 'namespace or class'}</b>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            disabled={!isExpression(wanted)}
            onClick={() => add({ kind: 'groupBy', by: wanted as `/${string}` })}
          >
            <b>By the expression</b> <span>its first bracket names the group</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => add({ kind: 'foldRecursion' })}>
            <b>Fold recursion</b> <span>each cycle as one function</span>
          </button>
        </li>
      </ul>
    </form>
  )
}

/** A search text finds names that contain it; written so, it does here too. */
const asExpression = (query: string) =>
  query.startsWith('/') ? query : `/${query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}/i`
