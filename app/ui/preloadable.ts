import { type ComponentType, lazy } from 'react'

/**
 * A component in a chunk of its own. Once `load` has answered it renders at once: a promise would suspend React for a
 * moment even then, and React holds a placeholder up for 300 ms.
 */
export function preloadable<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: { default: ComponentType<Props> } | null = null
  const loadOnce = async () => {
    loaded ??= { default: await load() }
    return loaded
  }
  const Component = lazy(() => (loaded ? answered(loaded) : loadOnce()))
  return { Component, load: loadOnce }
}

/** A promise, to React, that has its answer already: React asks with `then` and is told before that returns. */
function answered<Value>(value: Value): Promise<Value> {
  const promise = Promise.resolve(value)
  return Object.defineProperty(promise, 'then', { value: (tell?: (value: Value) => unknown) => void tell?.(value) })
}
