/** A flat profile of these functions: ticks and name. */
export const listing = (...rows: [ticks: number, name: string][]): string => `Flat profile:

Each sample counts as 0.01 seconds.
  %   cumulative   self              self     total
 time   seconds   seconds    calls  ms/call  ms/call  name
${rows.map(([ticks, name]) => ` 10.00      0.00 ${(ticks / 100).toFixed(2).padStart(8)}       10     1.00     1.00  ${name}`).join('\n')}
`
