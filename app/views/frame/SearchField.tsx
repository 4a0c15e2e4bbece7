import { useRef } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { chosenRow, isComparing, labels, matches } from '../../state/derive.ts'
import { searchSettled } from '../../state/searching.ts'
import { search, stepToHit, store, useApp } from '../../state/store.ts'
import { formatCount, formatPercent, formatTimeApart } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { useKey } from '../useKey.ts'
import './SearchField.css'

/** Chooses the next hit, or the one before; the present one first if something else was chosen meanwhile. */
async function step(by: 1 | -1) {
  await searchSettled()
  const state = store.getState()
  const rows = matches(state)?.rows
  if (!rows || rows.length === 0) return
  const stands = chosenRow(state) === rows[state.hit]
  const hit = stands ? (state.hit + by + rows.length) % rows.length : Math.min(state.hit, rows.length - 1)
  stepToHit(hit, labels(state)[rows[hit]])
}

/** Finds functions by name, in all views at once, and says what share of the time they hold. */
export function SearchField({ profile, onLeave }: { profile: Profile; onLeave: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const query = useApp(state => state.view.query)
  const hit = useApp(state => state.hit)
  const found = useApp(matches)
  // Times of two profiles together say nothing.
  const timed = !useApp(isComparing) && profile.total > 0
  const { frame: words, ui } = useMessages()
  const say = useSay()
  useKey('/', () => {
    input.current?.focus()
    input.current?.select()
  })
  const count = found?.rows.length ?? 0
  const [amount, unit] = formatTimeApart(found?.time ?? 0, profile.unit)
  return (
    <search className="search-field">
      <Icon name="search" />
      <input
        ref={input}
        id="search"
        type="search"
        className="mono"
        placeholder={words.searchExample}
        aria-label={words.searchFunctions}
        aria-describedby="search-found"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={event => search(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault()
            step(event.shiftKey ? -1 : 1)
          } else if (event.key === 'Escape') {
            if (query !== '') search('')
            else onLeave()
            input.current?.blur()
          }
        }}
      />
      <span id="search-found" className="search-found" role="status">
        {found?.error != null ? (
          <span className="search-error" title={say(found.error)}>
            {words.notExpression(say(found.error))}
          </span>
        ) : found && count === 0 ? (
          words.noneFound
        ) : found ? (
          <>
            <span className="search-count">
              <Pieces of={words.found(formatCount(count), count)} />
              {timed && ' · '}
            </span>
            {timed && (
              <>
                <span className="search-time">
                  <b>{amount}</b> {unit} ·{' '}
                </span>
                <b>{formatPercent(found.time / profile.total)}</b> %
              </>
            )}
          </>
        ) : null}
      </span>
      {count > 0 && (
        <button
          type="button"
          className="button"
          aria-label={words.nextHit}
          title={ui.withKey(words.nextHit, 'Enter')}
          onClick={() => step(1)}
        >
          {formatCount(hit + 1)}/{formatCount(count)}
        </button>
      )}
      {query !== '' && (
        <button
          type="button"
          className="button icon"
          aria-label={words.clearSearch}
          onClick={() => {
            search('')
            input.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
      {query === '' && <kbd className="wide-only">/</kbd>}
    </search>
  )
}
