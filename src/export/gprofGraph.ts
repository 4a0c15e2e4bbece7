// The call graph as GNU gprof prints it.

import { fixed, integer, time } from './cFormat.ts'
import { LineKind, type WriteLine } from './reportLines.ts'
import type { GraphReport, ReportArc, ReportEntry, ReportMember } from './reportRows.ts'

const separator = `${'-'.repeat(47)}\n`

/** The call graph. The heading says that an explanation follows where one does. */
export function printGraph({ granularity, share, entries }: GraphReport, explained: boolean, write: WriteLine): void {
  const title = explained ? '\t\t     Call graph (explanation follows)' : '\t\t\tCall graph'
  const time = share ? ` for ${fixed(share.percent, 2)}% of ${fixed(share.total, 2)} seconds` : ' no time propagated'
  write(
    `${title}\n\n\ngranularity: each sample hit covers ${integer(granularity, 0)} byte(s)${time}\n\nindex % time    self  children    called     name\n`,
  )
  for (const entry of entries) {
    if (entry.members) printCycle(entry, entry.members, write)
    else printEntry(entry, write)
    write(separator)
  }
}

function printEntry(entry: ReportEntry, write: WriteLine): void {
  const { callers, callees, fn } = entry
  if (callers.length === 0) write(`${' '.repeat(49)}<spontaneous>\n`, LineKind.caller, -1, fn)
  for (const caller of callers) write(printArc(caller), LineKind.caller, caller.fn, fn)
  write(`${primary(entry)}${called(entry)}${entry.name}\n`, LineKind.primary, fn, fn)
  for (const callee of callees) write(printArc(callee), LineKind.callee, callee.fn, fn)
}

function printCycle(entry: ReportEntry, members: ReportMember[], write: WriteLine): void {
  const calls = `${integer(entry.calls, 7)}${plus(entry.selfCalls) || ' '.repeat(8)}`
  write(`${primary(entry)} ${calls} ${entry.name}\n`, LineKind.primary)
  for (const member of members) write(printMember(member), LineKind.member, member.fn)
}

function printMember({ self, children, calls, selfCalls, name }: ReportMember): string {
  const counts = `${integer(calls, 7)}${plus(selfCalls) || ' '.repeat(8)}`
  return `${' '.repeat(12)} ${time(self, 7)} ${time(children, 7)} ${counts}     ${name}\n`
}

function printArc({ inner, self, children, count, all, name }: ReportArc): string {
  if (inner) return `${' '.repeat(28)} ${integer(count, 7)}${' '.repeat(13)}${name}\n`
  const calls = `${integer(count, 7)}/${integer(all, 0).padEnd(7)}`
  return `${' '.repeat(12)} ${time(self, 7)} ${time(children, 7)} ${calls}     ${name}\n`
}

/** The columns of a primary line up to the calls. An index of five digits and more loses its end, as it does in gprof. */
function primary({ index, percent, self, children }: ReportEntry): string {
  return `${`[${index}]`.slice(0, 6).padEnd(6)} ${fixed(percent, 1).padStart(5)} ${time(self, 7)} ${time(children, 7)}`
}

function called({ calls, selfCalls }: ReportEntry): string {
  if (!(calls > 0) && !(selfCalls > 0)) return ' '.repeat(17)
  return ` ${integer(calls, 7)}${selfCalls > 0 ? `${plus(selfCalls)} ` : ' '.repeat(9)}`
}

/** `+%-7lu`; nothing for no calls. */
const plus = (calls: number) => (calls > 0 ? `+${integer(calls, 0).padEnd(7)}` : '')
