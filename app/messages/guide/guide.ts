// What the notes say that lead through samples, whatever the language.

/** Samples with notes. */
export type GuidedSample = 'recursion' | 'cyc' | 'templates' | 'postgres-set' | 'short' | 'walsender-excerpt'

/** One step: what there is to see, with names between backticks, and on a button what it shows. */
export interface Note {
  says: string
  show: string
}

export interface GuideMessages {
  title: string
  step: (step: string, of: string) => string
  back: string
  next: string
  close: string
  notes: Record<GuidedSample, readonly [Note, Note, Note]>
}
