import type { ReactNode } from 'react'

/** A table that scrolls by itself where it is long. */
export function SourceTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="source-scroll" aria-label={label} tabIndex={0}>
      <table className="source-table">{children}</table>
    </section>
  )
}
