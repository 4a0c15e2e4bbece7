import type { Profile } from '../profile.ts'
import { tidy } from './json.ts'

/** The function table as RFC 4180 has it, blank where unknown. With several profiles, the first column says which. */
export function toCsv(profiles: readonly Profile[]): string {
  const several = profiles.length > 1
  const header = ['name', 'self', 'children', 'calls', 'selfCalls', 'cycle']
  const lines = [several ? ['profile', ...header] : header]
  for (const { title, functions, cycles } of profiles)
    for (let fn = 0; fn < functions.length; fn++) {
      const cycle = functions.cycle[fn]
      const figures = [functions.self[fn], functions.children[fn], functions.calls[fn], functions.selfCalls[fn]]
      const row = [functions.name[fn], ...figures.map(csvNumber), cycle < 0 ? '' : String(cycles.number[cycle])]
      lines.push(several ? [title, ...row] : row)
    }
  return lines.map(csvLine).join('')
}

/** Fields as a line. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\n`

/** Blank where it is not known. */
export const csvNumber = (value: number): string => (Number.isFinite(value) ? String(tidy(value)) : '')

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
