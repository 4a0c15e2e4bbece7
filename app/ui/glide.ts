/**
 * Calls `apply` with 0..1 along the page's own curve and for its own time (--ease, --move), frame by frame; with 1 at
 * once where the person asked for no motion. Returns how to stop.
 */
export function glide(element: HTMLElement, apply: (progress: number) => void): () => void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    apply(1)
    return () => undefined
  }
  const styles = getComputedStyle(element)
  const animation = element.animate(null, {
    duration: Number.parseFloat(styles.getPropertyValue('--move')),
    easing: styles.getPropertyValue('--ease'),
  })
  let request = requestAnimationFrame(function step() {
    const progress = animation.effect?.getComputedTiming().progress ?? 1
    apply(progress)
    if (progress < 1) request = requestAnimationFrame(step)
  })
  return () => {
    animation.cancel()
    cancelAnimationFrame(request)
  }
}
