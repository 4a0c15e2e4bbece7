// The lines of the units of .debug_info, with the paths of their files. A path is made of three parts, which a table of
// lines refers to by numbers of its own; here all tables share one list of paths.

import { ByteReader } from '../byteReader.ts'
import type { Elf } from '../elf.ts'
import { debugSection, inPieces } from './debugSections.ts'
import type { InfoUnit } from './infoUnits.ts'
import { type LinePieces, readLinePieces } from './lineSequences.ts'
import { type FileName, type LineUnit, readLineUnit } from './lineUnits.ts'
import { readUnitLength } from './numbers.ts'
import type { TextId, Texts } from './texts.ts'

/** Reads the line tables of units, with rows of one table of files for all of them. */
export async function lineReader(elf: Elf, texts: Texts) {
  const source = await debugSection(elf, '.debug_line')
  const fetch = inPieces(source)
  const done = new Map<number, LinePieces['ranges']>()
  const paths: PathParts[] = []
  const rowOfPath = new Map<string, number>()

  const idOf = (name: FileName | undefined): TextId =>
    name === undefined ? 0 : typeof name === 'string' ? texts.text(name) : texts.at(name.section, name.offset)

  function rowOf(table: LineUnit, file: number, directory: TextId): number {
    const { name, directory: of } = table.files[file] ?? { name: '', directory: -1 }
    const isFirstOwn = table.firstFile === 1 && of === 0
    const parts = { directory, sub: isFirstOwn ? 0 : idOf(table.directories[of]), name: idOf(name) }
    const key = `${parts.directory} ${parts.sub} ${parts.name}`
    let row = rowOfPath.get(key)
    if (row === undefined) {
      row = paths.push(parts) - 1
      rowOfPath.set(key, row)
    }
    return row
  }

  return {
    /** The lines of a unit; none where another unit has the same table, and null where there is no table. */
    async of(unit: InfoUnit): Promise<LinePieces | null> {
      if (unit.lines < 0 || unit.lines + 12 > source.size) return null
      const ranges = done.get(unit.lines)
      // A table at the very beginning is read once for all units, and its addresses count for the first alone.
      if (ranges) return { start: [], end: [], file: [], line: [], ranges: unit.lines === 0 ? [] : ranges }
      const head = readUnitLength(new ByteReader(await fetch(unit.lines, 12), elf.form))
      const at = unit.lines + head.size
      if (at + head.length > source.size) return null
      const reader = new ByteReader((await fetch(at, head.length)).subarray(0, head.length), elf.form)
      const table = readLineUnit(reader, head.offsetLength)
      // Names in the header have offsets as long as those of the unit to gprof's reader, and make no sense where they are not.
      if (!table || (table.firstFile === 0 && head.offsetLength !== unit.offsetLength)) return null
      const pieces = readLinePieces(reader, table, unit.origin)
      const rows = new Map<number, number>()
      const fileRow = (file: number) => {
        let row = rows.get(file)
        if (row === undefined) {
          row = table.files.length > table.firstFile ? rowOf(table, file, unit.directory) : -1
          rows.set(file, row)
        }
        return row
      }
      return { ...pieces, file: pieces.file.map(fileRow) }
    },
    /** Notes that a unit has answered for its lines. */
    done(unit: InfoUnit, { ranges }: LinePieces) {
      if (!done.has(unit.lines)) done.set(unit.lines, ranges)
    },
    /** All paths, and which of them each row stands for. */
    files(names: (string | null)[]): { path: string[]; row: Int32Array } {
      const path: string[] = []
      const known = new Map<string, number>()
      const row = Int32Array.from(paths, parts => {
        const text = pathOf(parts, names)
        const at = known.get(text) ?? path.push(text) - 1
        known.set(text, at)
        return at
      })
      return { path, row }
    },
  }
}

interface PathParts {
  /** Where the compiler ran. */
  directory: TextId
  /** As the line table has it. */
  sub: TextId
  name: TextId
}

function pathOf(parts: PathParts, names: (string | null)[]): string {
  const name = names[parts.name]
  if (name === null) return '<unknown>'
  if (name.startsWith('/')) return name
  const sub = names[parts.sub]
  return [sub?.startsWith('/') ? null : names[parts.directory], sub, name].filter(part => part !== null).join('/')
}
