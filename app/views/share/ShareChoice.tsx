import type { ReactNode } from 'react'

interface Props {
  label: string
  chosen: boolean
  onChoose: () => void
  /** A figure, and what it counts. */
  size: [figure: string, unit: string]
  children: ReactNode
}

/** One way to share: what it is, what it carries, and how large it is. */
export function ShareChoice({ label, chosen, onChoose, size: [figure, unit], children }: Props) {
  return (
    <label className="share-choice">
      <input type="radio" name="share" checked={chosen} onChange={onChoose} />
      <span>
        <b>{label}</b>
        <span className="share-says">{children}</span>
      </span>
      <span className="share-size">
        {figure} <small>{unit}</small>
      </span>
    </label>
  )
}
