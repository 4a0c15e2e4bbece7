import { type FormEvent, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { groupingsOf, isExpression, type Profile, type Transform } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { addTransform, store, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { useKey } from '../useKey.ts'
import { matchKinds } from './transformWords.ts'
import './TransformButton.css'

/** Opens what can be done to the profile before any view shows it, as does the key F. */
export function TransformButton({ profile }: { profile: Profile }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const count = useApp(state => state.view.transforms.length)
  const { transforms: words, ui } = useMessages()
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
        aria-label={words.title}
        title={ui.withKey(words.title, 'F')}
      >
        <Icon name="filter" />
        {count > 0 && <i className="transform-count">{formatCount(count)}</i>}
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
  const words = useMessages().transforms
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
    <form className="transform-form" onSubmit={submit} aria-label={words.title}>
      <label>
        <Pieces of={words.field} />
        <input
          ref={field}
          className="mono"
          value={match}
          placeholder={words.example}
          autoComplete="off"
          spellCheck={false}
          onChange={event => setMatch(event.target.value)}
        />
      </label>
      <ul>
        {matchKinds.map(kind => (
          <li key={kind}>
            <button
              type={kind === 'focus' ? 'submit' : 'button'}
              disabled={wanted === ''}
              onClick={kind === 'focus' ? undefined : () => add({ kind, match: wanted })}
            >
              <b>{words[kind].verb}</b> <span>{words[kind].does}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>{words.together}</h3>
      <ul>
        {groupings.map(by => (
          <li key={by}>
            <button type="button" onClick={() => add({ kind: 'groupBy', by })}>
              <b>{by === 'file' ? words.byFile : words.byNamespace}</b>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            disabled={!isExpression(wanted)}
            onClick={() => add({ kind: 'groupBy', by: wanted as `/${string}` })}
          >
            <b>{words.byExpression}</b> <span>{words.byExpressionDoes}</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => add({ kind: 'foldRecursion' })}>
            <b>{words.foldRecursion.verb}</b> <span>{words.foldRecursion.does}</span>
          </button>
        </li>
      </ul>
    </form>
  )
}

/** A search text finds names that contain it; written so, it does here too. */
const asExpression = (query: string) =>
  query.startsWith('/') ? query : `/${query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}/i`
