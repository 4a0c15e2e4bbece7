// speedscope's own file format (https://www.speedscope.app/file-format-schema.json): an "evented" profile, in which
// frames open and close at a time. Events grow with the boxes of a chart; samples, which list each stack in full, would
// grow with their depth, too. There is no order in time to a gprof profile: heavier paths come first.
//
// The format cannot hold that paths are estimates and what of them is certain, call counts, or that a cycle is not a
// function. The name of the profile says that it is estimated.

import { type Chart, walkFrames } from './stackFrames.ts'

/** What of the format is written; see its schema. */
export interface SpeedscopeFile {
  $schema: 'https://www.speedscope.app/file-format-schema.json'
  exporter: string
  name: string
  shared: { frames: { name: string }[] }
  profiles: SpeedscopeProfile[]
}

export interface SpeedscopeProfile {
  type: 'evented'
  name: string
  unit: 'seconds' | 'none'
  startValue: number
  endValue: number
  events: { type: 'O' | 'C'; frame: number; at: number }[]
}

/** A file of one profile for each chart, with one frame for all functions of a name. */
export function speedscopeFile(charts: Chart[]): SpeedscopeFile {
  const frames = new Map<string, number>()
  const frameOf = (name: string) => {
    const frame = frames.get(name) ?? frames.size
    frames.set(name, frame)
    return frame
  }
  const profiles = charts.map((chart): SpeedscopeProfile => {
    const { profile, table } = chart
    const events: SpeedscopeProfile['events'] = []
    const add = (type: 'O' | 'C', name: string, share: number) =>
      events.push({ type, frame: frameOf(name), at: share * table.total })
    walkFrames(chart, {
      open: (name, at) => add('O', name, at),
      close: (name, at) => add('C', name, at),
    })
    return {
      type: 'evented',
      name: `${profile.title} (${table.measure === 'calls' ? 'calls, ' : ''}call paths estimated from gprof)`,
      unit: table.measure !== 'calls' && profile.unit === 'seconds' ? 'seconds' : 'none',
      startValue: 0,
      endValue: events.at(-1)?.at ?? 0,
      events,
    }
  })
  return {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: 'Arcflame',
    name: charts.map(({ profile }) => profile.title).join(', '),
    shared: { frames: Array.from(frames.keys(), name => ({ name })) },
    profiles,
  }
}
