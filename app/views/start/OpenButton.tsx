import type { ReactNode } from 'react'
import { useFileChooser } from './useFileChooser.tsx'

interface Props {
  className: string
  label?: string
  /** Lets them choose a folder instead, with all files that are in it. */
  folder?: boolean
  children: ReactNode
}

/** Lets a person choose files, and opens them. */
export function OpenButton({ className, label, folder = false, children }: Props) {
  const { field, choose } = useFileChooser()
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        onClick={() => choose(folder ? 'folder' : 'files')}
      >
        {children}
      </button>
      {field}
    </>
  )
}
