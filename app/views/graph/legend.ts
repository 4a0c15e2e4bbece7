/** What the legend says, in the page and in a picture taken from it. */
export const LEGEND = {
  heat: 'self time, 0 to 30 %',
  figures: { self: '5.3 %', total: '11.3 %', mean: 'self, self + children' },
  exact: 'exact',
  assumed: 'split by call counts',
}
