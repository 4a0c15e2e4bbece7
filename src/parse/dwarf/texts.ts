// Names in debug information mostly stand in sections of names, which may be larger than all else. While the information
// is read a name is a number; what the numbers stand for is fetched at the end, in the order of the sections.

import { textOf } from '../byteReader.ts'
import type { Elf } from '../elf.ts'
import { debugSection, inPieces } from './debugSections.ts'

export type TextSection = '.debug_str' | '.debug_line_str'

/** A text by number; 0 is no text. */
export type TextId = number

/** Texts that have been met. One that has been met before keeps its number. */
export interface Texts {
  /** A text as it is; an empty one is none. */
  text(text: string): TextId
  /** A text that stands in a section. */
  at(section: TextSection, offset: number): TextId
  /** All texts by number, one character for each byte; those that are empty or not there are null. */
  resolve(elf: Elf): Promise<(string | null)[]>
}

/** Longest text that is taken. */
const longestText = 1 << 16

export function newTexts(): Texts {
  const texts: (string | null)[] = [null]
  const idOfText = new Map<string, TextId>()
  const idAt = { '.debug_str': new Map<number, TextId>(), '.debug_line_str': new Map<number, TextId>() }

  return {
    text(text) {
      if (text === '') return 0
      let id = idOfText.get(text)
      if (id === undefined) {
        id = texts.push(text) - 1
        idOfText.set(text, id)
      }
      return id
    },
    at(section, offset) {
      let id = idAt[section].get(offset)
      if (id === undefined) {
        id = texts.push(null) - 1
        idAt[section].set(offset, id)
      }
      return id
    },
    async resolve(elf) {
      for (const section of ['.debug_str', '.debug_line_str'] as const) {
        const source = await debugSection(elf, section)
        const fetch = inPieces(source)
        // Texts hardly overlap. In a damaged section they may all do, and then fill all memory: behind a limit they are cut.
        let room = 4 * source.size
        for (const [offset, id] of [...idAt[section]].sort((a, b) => a[0] - b[0])) {
          if (offset >= source.size) break
          const text = textOf(await fetch(offset, longestText), 0, Math.max(256, Math.min(room, longestText)))
          room -= text.length
          texts[id] = text || null
        }
      }
      return texts
    },
  }
}
