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
  const narrow = useNarrow()
  const fills = useApp(state => state.view.panel === 'functions') && !narrow
  const comparing = useApp(isComparing)
  return (
    <Panel name="functions" title="Functions" subtitle="flat profile" actions={<NamesSwitch profile={profile} />}>
      {comparing ? <ComparedFunctions profile={profile} all={fills} /> : <OwnFunctions profile={profile} all={fills} />}
    </Panel>
  )
}

function OwnFunctions({ profile, all }: { profile: Profile; all: boolean }) {
  const words = useMessages().sure
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
  const oneSample =
    period > 0 && profile.total > 0
      ? `; one is ${formatTime(period, profile.unit)}, ${formatPercent(period / profile.total)} %`
      : ''
  return (
    <footer className="list-footer">
      {formatCount(sampled)} of {formatCount(length)} {period > 0 ? 'have samples' : 'have self time'}
      {oneSample}
    </footer>
  )
}

const countPositive = (times: Float64Array): number => times.reduce((count, time) => (time > 0 ? count + 1 : count), 0)
