import { type ReactNode, useRef } from 'react'
import { openFiles } from '../../state/openFiles.ts'

interface Props {
  className: string
  label?: string
  children: ReactNode
}

/** Lets a person choose files, and opens them. */
export function OpenButton({ className, label, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
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
          void openFiles(files)
        }}
      />
    </>
  )
}
