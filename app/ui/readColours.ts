/**
 * Colour tokens of the page as they are now, at one of its elements: for whatever is drawn outside of style sheets, where
 * nobody knows custom properties or light-dark().
 */
export function readColours<Token extends `--${string}`>(at: HTMLElement, tokens: readonly Token[]) {
  // All at once: a browser asked after each would work out the styles of the page anew each time.
  const probes = document.createElement('div')
  probes.hidden = true
  for (const token of tokens) {
    const probe = document.createElement('span')
    probe.style.color = `var(${token})`
    probe.style.forcedColorAdjust = 'none' // else all would be one colour where the person has colours of their own
    probes.append(probe)
  }
  at.append(probes)
  const colours = tokens.map((token, i) => [token, getComputedStyle(probes.children[i]).color] as const)
  probes.remove()
  return Object.fromEntries(colours) as Record<Token, string>
}
