// Which of several open profiles is which, where their titles are the same.

import { useMemo } from 'react'
import { shortestEnds, visibleText } from '../../src/index.ts'
import { sourceShown } from '../state/derive.ts'
import type { Part } from '../state/reader.ts'
import { type Opened, useApp } from '../state/store.ts'
import { formatDate, formatTime } from '../ui/format.ts'
import { tellApart } from './tellApart.ts'

/** What tells each of the open profiles from others of its title; empty where there is none. */
export function usePartMarks(): string[] {
  const opened = useApp(state => state.opened)
  return useMemo(() => {
    if (!opened) return []
    const titled = opened.profiles.map(({ title, total, unit }, i) => ({
      title,
      facts: [...factsOfFiles(opened, i + 1), formatTime(total, unit), `#${i + 1}`],
    }))
    return tellApart(titled)
  }, [opened])
}

/** The same of two that are compared, whose times stand beside their titles. */
export function useSideMarks(titles: { a: string; b: string }): { a: string; b: string } {
  const opened = useApp(state => state.opened)
  const after = useApp(sourceShown)
  if (!opened || !after.against) return { a: '', b: '' }
  const factsOf = (part: Part) => [...factsOfFiles(opened, part.part), processesOf(opened, part)]
  const [a, b] = tellApart([
    { title: titles.a, facts: factsOf(after.against) },
    { title: titles.b, facts: factsOf(after) },
  ])
  return { a, b }
}

/** Where the files of a profile lie as far as that differs, and when they were written. */
function factsOfFiles({ name, written, beside }: Opened, part: number): string[] {
  if (beside === null) return ['', '']
  const [first, second] = shortestEnds([name, beside.name]).map(folderOf)
  const dates = [written, beside.written]
  const when = dates.map(date => formatDate(date, dates))
  return part < beside.part ? [first, when[0]] : [second, when[1]]
}

/** `before/gmon.txt` → `before`; a folder that was dropped as a whole is its own. Several files lie in no one place. */
const folderOf = (path: string): string => (path.includes(', ') ? '' : visibleText(path.replace(/\/[^/]*$/, '')))

/** The first and the last of the processes that a profile is of; empty for all. */
function processesOf({ processes }: Opened, { part, selection }: Part): string {
  const names = processes[part - 1]?.name ?? []
  const chosen = selection?.rows.map(row => visibleText(names[row])) ?? []
  return chosen.length > 2 ? `${chosen[0]} … ${chosen[chosen.length - 1]}` : chosen.join(', ')
}
