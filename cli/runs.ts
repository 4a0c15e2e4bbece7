import { type Profile, type ProfileRead, readFiles } from '../src/index.ts'
import { filesOf } from './files.ts'
import { say, sayError } from './messages.ts'

/** One run of a program, or the sum of what stands for one. */
export interface Run {
  name: string
  profile: Profile
}

/** What an argument is read as. */
export interface RunOptions {
  /** The executable of gmon.out files. */
  program: string | undefined
  /** Each profile in a folder or an archive is a run by itself, rather than a part of their sum. */
  each: boolean
}

/** The runs that these arguments stand for. Else a sentence that says what cannot be read. */
export async function readRuns(files: readonly string[], options: RunOptions): Promise<Run[] | string> {
  const runs: Run[] = []
  for (const file of files) {
    const some = await readOne(file, options)
    if (typeof some === 'string') return some
    runs.push(...some)
  }
  return runs
}

async function readOne(file: string, { program, each }: RunOptions): Promise<Run[] | string> {
  try {
    const { result } = await readFiles(await filesOf(program === undefined ? [file] : [program, file]))
    if (!result.ok) return result.errors.map(({ message }) => message).join(' ')
    if (each) return await eachOf(result.value)
    const sum = result.value.find(({ processes }) => processes)
    if (!sum && result.value.length > 1) say(onlyFirst(file, result.value.length))
    return [{ name: file, profile: (sum ?? result.value[0]).profile }]
  } catch (error) {
    return sayError(error)
  }
}

async function eachOf(reads: ProfileRead[]): Promise<Run[] | string> {
  const runs: Run[] = []
  for (const { profile, source, processes } of reads) {
    if (!processes) runs.push({ name: profile.title, profile })
    else if (source || reads.length === 1)
      for (let row = 0; row < processes.table.length; row++) {
        const one = await processes.read([row])
        if (!one.ok) return one.errors.map(({ message }) => message).join(' ')
        runs.push({ name: processes.table.name[row], profile: one.value.profile })
      }
    // What is left is a sum of listings, which are runs by themselves.
  }
  return runs
}

const onlyFirst = (file: string, profiles: number) =>
  `“${file}” holds ${profiles} profiles. The first of them is taken; --each takes each for a run.`
