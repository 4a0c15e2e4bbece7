// npm run --silent bench -- NAME: measurements as one JSON object a line on stdout, and for people on stderr.

import type { Bench, Measurement } from './measure.ts'

const benches: Record<string, () => Promise<Bench>> = {
  parse: async () => (await import('./parse.ts')).parse,
  page: async () => (await import('./page.ts')).page,
  graph: async () => (await import('./graph.ts')).graph,
  panZoom: async () => (await import('./panZoom.ts')).panZoom,
  flame: async () => (await import('./flame.ts')).flame,
  flameChart: async () => (await import('./flameChart/flameChart.ts')).flameChart,
  link: async () => (await import('./link.ts')).link,
  heatMap: async () => (await import('./heatMap.ts')).heatMap,
  gprof: async () => (await import('./gprof.ts')).gprof,
  compare: async () => (await import('./compare.ts')).compare,
  sure: async () => (await import('./sure.ts')).sure,
  merge: async () => (await import('./merge.ts')).merge,
  diagnose: async () => (await import('./diagnose.ts')).diagnoseBench,
}

const asked = process.argv.slice(2).map(argument => argument.split('='))
const unknown = asked.filter(([name]) => !Object.hasOwn(benches, name))
if (asked.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run --silent bench -- NAME[=SIZE]…, with NAME one of: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
for (const [name, size] of asked) {
  const bench = await benches[name]()
  for await (const measurement of bench(size === undefined ? undefined : Number(size))) {
    console.log(JSON.stringify(measurement))
    console.error(asRow(measurement))
  }
}

function asRow({ bench, case: what, metric, value, unit, reference, ratio }: Measurement): string {
  const figures = `${value.toPrecision(4)} ${unit} / ${reference.toPrecision(4)} ${unit}`
  return `${bench.padEnd(8)} ${what.padEnd(48)} ${metric.padEnd(13)} ${figures.padStart(28)}  = ${ratio.toFixed(2)}`
}
