// The flat profile, of one profile or of two that are compared.

import { useMemo } from 'react'
import type { Profile } from '../../../src/index.ts'
import { useMessages } from '../../messages/messages.ts'
import { isComparing } from '../../state/derive.ts'
import { useApp } from '../../state/store.ts'
import { formatCount, formatPercent, formatTime } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useNarrow } from '../../ui/useNarrow.ts'
import { ComparedFunctions } from './ComparedFunctions.tsx'
import { FunctionGrid } from './FunctionGrid.tsx'
import { listColumns } from './listColumns.ts'
import { NamesSwitch } from './NamesSwitch.tsx'

export function FunctionList({ profile }: { profile: Profile }) {
  const { functions: words } = useMessages()
  const narrow = useNarrow()
  const fills = useApp(state => state.view.panel === 'functions') && !narrow
  const comparing = useApp(isComparing)
  return (
    <Panel name="functions" title={words.title} subtitle={words.subtitle} actions={<NamesSwitch profile={profile} />}>
      {comparing ? <ComparedFunctions profile={profile} all={fills} /> : <OwnFunctions profile={profile} all={fills} />}
    </Panel>
  )
}

function OwnFunctions({ profile, all }: { profile: Profile; all: boolean }) {
  const words = useMessages()
  const columns = useMemo(() => listColumns(profile, all, words), [profile, all, words])
  return (
    <>
      <FunctionGrid profile={profile} columns={columns} />
      <Footer profile={profile} />
    </>
  )
}

function Footer({ profile }: { profile: Profile }) {
  const { self, length } = profile.functions
  const sampled = useMemo(() => countPositive(self), [self])
  const period = profile.samplePeriod
  const { functions: words } = useMessages()
  const counts = [formatCount(sampled), formatCount(length)] as const
  return (
    <footer className="list-footer">
      {!(period > 0)
        ? words.timed(...counts)
        : profile.total > 0
          ? words.sampledOf(...counts, formatTime(period, profile.unit), formatPercent(period / profile.total))
          : words.sampled(...counts)}
    </footer>
  )
}

const countPositive = (times: Float64Array): number => times.reduce((count, time) => (time > 0 ? count + 1 : count), 0)
