// What is said of archives, and of the files in them.

import { count, sayer } from '../saying.ts'

const size = (bytes: number) => (bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GiB` : `${bytes / 2 ** 20} MiB`)
const rest = (read: number) =>
  `what lies behind the first ${count(read, 'file')} was not read. Unpack it, and open the folder.`

export const archiveSentences = {
  tooManyFiles: ({ name, most, read }: { name: string; most: number; read: number }) =>
    `“${name}” holds more than ${count(most, 'file')}: ${rest(read)}`,
  unpacksToMore: ({ name, bytes, read }: { name: string; bytes: number; read: number }) =>
    `“${name}” unpacks to more than ${size(bytes)}: ${rest(read)}`,
  moreThanKept: ({ name, bytes, read }: { name: string; bytes: number; read: number }) =>
    `“${name}” holds more than can be kept, ${size(bytes)}: ${rest(read)}`,
  entryTooLarge: ({ path, name, bytes }: { path: string; name: string; bytes: number }) =>
    `“${path}” in “${name}” has more than ${size(bytes)}, and was not read.`,
  archiveEmpty: ({ name }: { name: string }) => `“${name}” is an archive with no file in it.`,
  tarCut: ({ name, files }: { name: string; files: number }) =>
    `“${name}” is a tar archive that is damaged or cut: ${count(files, 'file')} before that could be read. Copy it again; \`tar t\` tells whether it is whole.`,
  zipDamaged: ({ name }: { name: string }) =>
    `“${name}” is a ZIP archive whose table of contents cannot be read: it is damaged, or was not copied to its end. Copy it again; \`unzip -t\` tells whether it is whole.`,
  entryDamaged: ({ path, name }: { path: string; name: string }) =>
    `“${path}” cannot be unpacked from “${name}”: the archive is damaged there.`,
  entryEncrypted: ({ path, name }: { path: string; name: string }) =>
    `“${path}” in “${name}” is encrypted: unpack the archive, and open the folder.`,
  entryMethod: ({ path, name, method }: { path: string; name: string; method: number }) =>
    `“${path}” in “${name}” is packed by method ${method}, which browsers cannot unpack: unpack the archive, and open the folder.`,
  noLongerUnpacks: 'A packed file could be unpacked when it was dropped, and no longer can. Drop it again.',
}

export const say = /* @__PURE__ */ sayer(archiveSentences)
