import { useEffect, useState } from 'react'
import type { Issue } from '../../../src/index.ts'
import { sourceRead } from '../../state/derive.ts'
import { ask } from '../../state/reader.ts'
import { useApp } from '../../state/store.ts'

/** The profile as links and files carry it; nothing until it is packed. */
export interface Packing {
  bytes?: Uint8Array
  errors?: Issue[]
}

/** Packs the open profile. */
export function usePacking(): Packing {
  const source = useApp(sourceRead)
  const [packing, setPacking] = useState<Packing>({})
  useEffect(() => {
    let wanted = true
    const take = (packed: Packing) => wanted && setPacking(packed)
    ask('pack', source, null).then(
      answer => take(answer.ok ? { bytes: answer.value } : { errors: answer.errors }),
      (error: Error) => take({ errors: [{ code: 'not-understood', message: error.message }] }),
    )
    return () => {
      wanted = false
    }
  }, [source])
  return packing
}
