// What an executable says of the file that its symbols and debug information were put into when it was stripped.

import { ByteReader, textOf } from './byteReader.ts'
import { type Elf, readRange } from './elf.ts'

/** How to know a debug file. */
export interface DebugFile {
  /** In hexadecimal: the same in the executable and in its debug file. Empty where the linker wrote none. */
  buildId: string
  /** The name of the debug file, as `objcopy --add-gnu-debuglink` notes it; empty for none. */
  name: string
}

/** NT_GNU_BUILD_ID. */
const buildIdNote = 3
/** Both sections are short. */
const longest = 4096

/** What the executable, or the debug file itself, says of it. */
export async function readDebugFile(elf: Elf): Promise<DebugFile> {
  const bytesOf = async (name: string) => {
    const section = elf.sections.find(each => each.name === name)
    return section ? readRange(elf.sectionSource(section), 0, Math.min(section.size, longest)) : new Uint8Array(0)
  }
  return {
    buildId: buildIdIn(new ByteReader(await bytesOf('.note.gnu.build-id'), elf.form)),
    name: textOf(await bytesOf('.gnu_debuglink')),
  }
}

function buildIdIn(reader: ByteReader): string {
  const nameLength = reader.u32()
  const length = reader.u32()
  const type = reader.u32()
  reader.skip(Math.ceil(nameLength / 4) * 4)
  const id = reader.take(length)
  return type === buildIdNote ? Array.from(id, byte => byte.toString(16).padStart(2, '0')).join('') : ''
}
