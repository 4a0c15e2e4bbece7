// What other code would change: a bar that stays as long as what all views show was not measured.

import { useId, useState } from 'react'
import { type Step, type Transform, visibleText } from '../../../src/index.ts'
import { useMessages, useSay } from '../../messages/messages.ts'
import { applied, isComparing, profileRead } from '../../state/derive.ts'
import { removeTransform, replaceTransform, useApp } from '../../state/store.ts'
import { printTransform } from '../../state/transformText.ts'
import { formatPercent, formatPlaces, formatRounded, formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Effects } from './Effects.tsx'
import { formatTimeRange } from './formatTimeRange.ts'
import './WhatIfBar.css'

type WhatIf = Extract<Transform, { kind: 'whatIf' }>

/** A row for each function that is shown as cheaper than it is. No such function, no bar. */
export function WhatIfBar() {
  const transforms = useApp(state => state.view.transforms)
  const done = useApp(applied)
  const read = useApp(profileRead)
  const words = useMessages().whatIf
  if (!read || transforms.every(({ kind }) => kind !== 'whatIf')) return null
  let before = read.total
  return (
    <section className="what-if-bar" aria-label={words.title}>
      {transforms.map((transform, place) => {
        const step = done?.transforms[place] === transform ? done.steps[place] : undefined
        const all = before
        before -= step?.lost ?? 0
        if (transform.kind !== 'whatIf') return null
        const key = `${place} ${printTransform({ ...transform, becomes: 0 })}`
        return <Supposed key={key} transform={transform} place={place} step={step} all={all} unit={read.unit} />
      })}
    </section>
  )
}

interface Props {
  transform: WhatIf
  /** Among all transforms. */
  place: number
  /** What came of it; undefined until it is worked out. */
  step: Step | undefined
  /** All time before it. */
  all: number
  unit: string
}

function Supposed({ transform, place, step, all, unit }: Props) {
  const words = useMessages().whatIf
  const [open, setOpen] = useState(false)
  const id = useId()
  const name = visibleText(transform.match)
  const saving = step?.saving?.effects.length ? step.saving : null
  return (
    <div className="what-if">
      <div className="what-if-row">
        <b>{words.title}</b>
        <span className="mono what-if-name" title={name}>
          {name}
        </span>
        <Becomes transform={transform} place={place} />
        <span className="what-if-says" role="status">
          {step && <Says step={step} all={all} unit={unit} />}
        </span>
        {saving && (
          <button
            type="button"
            className="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {words.effects}
            <Icon name={open ? 'up' : 'down'} />
          </button>
        )}
        <button type="button" className="button" title={words.endHint} onClick={() => removeTransform(place)}>
          <Icon name="close" />
          {words.end}
        </button>
      </div>
      {saving && open && <Effects id={id} name={name} saving={saving} unit={unit} />}
    </div>
  )
}

/** In the order of the list. */
const choices = [0.5, 0.25, 0.1, 0, 'free', 'inlined'] as const

function Becomes({ transform, place }: Pick<Props, 'transform' | 'place'>) {
  const words = useMessages().whatIf
  const { becomes } = transform
  const isUsual = choices.some(choice => choice === becomes)
  return (
    <select
      aria-label={words.becomes}
      value={String(becomes)}
      onChange={({ target }) => {
        const chosen = choices.find(choice => String(choice) === target.value)
        if (chosen !== undefined) replaceTransform(place, { ...transform, becomes: chosen })
      }}
    >
      {choices.map(choice => (
        <option key={choice} value={String(choice)}>
          {words.choices[choice]}
        </option>
      ))}
      {/* An address may tell any factor. */}
      {!isUsual && (
        <option value={String(becomes)}>
          {words.factor(typeof becomes === 'number' ? formatRounded(becomes, 6) : becomes)}
        </option>
      )}
    </select>
  )
}

function Says({ step, all, unit }: { step: Step } & Pick<Props, 'all' | 'unit'>) {
  const { saving, error, matched, lost } = step
  const words = useMessages().whatIf
  const say = useSay()
  const comparing = useApp(isComparing)
  if (error !== null || matched === 0) return <span className="what-if-idle">{error ? say(error) : words.noMatch}</span>
  // The sum of two profiles says nothing to a person.
  if (comparing) return words.bothSides
  if (!saving)
    return (
      <>
        {words.inlined} {lost > 0 && words.rootInlined(formatTime(lost, unit))}
      </>
    )
  const { time, own, range } = saving
  const [least, most] = [Math.max(0, all - range[1]), Math.max(0, all - range[0])]
  const after = all - time
  return (
    <span title={words.rangeHint}>
      <b>{words.saves(formatTime(time, unit), formatTimeRange(range, unit), formatPercent(time / all))}</b>
      {own < time * (1 - 1e-9) && <span>{words.own(formatTime(own, unit))}</span>}
      {after > 0 && (
        <span>
          {words.whole(
            formatTime(all, unit),
            formatTime(after, unit),
            formatTimeRange([least, most], unit),
            formatPlaces(all / after, 2),
          )}
        </span>
      )}
    </span>
  )
}
