import { type ReactNode, useRef } from 'react'
import { named } from '../../state/droppedFiles.ts'
import { openFiles } from '../../state/openFiles.ts'

interface Props {
  className: string
  label?: string
  /** Lets them choose a folder instead, with all files that are in it. */
  folder?: boolean
  children: ReactNode
}

/** Lets a person choose files, and opens them. */
export function OpenButton({ className, label, folder = false, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => {
    if (!input.current) return
    input.current.webkitdirectory = folder
    input.current.click()
  }
  return (
    <>
      <button type="button" className={className} aria-label={label} title={label} onClick={choose}>
        {children}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = '' // so that the same file can be chosen again
          void openFiles(files.map(named))
        }}
      />
    </>
  )
}
