import { useMessages } from '../../messages/messages.ts'
import { diagnosis } from '../../state/derive.ts'
import { showDoctor, store, useApp } from '../../state/store.ts'
import { formatCount } from '../../ui/format.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useKey } from '../useKey.ts'

const toggle = () => showDoctor(!store.getState().view.doctor)

/** Opens the Doctor and closes it, as does the key D, and tells how much there is to say. */
export function DoctorButton() {
  const cards = useApp(state => diagnosis(state)?.cards)
  const isOpen = useApp(state => state.view.doctor)
  const { doctor } = useMessages()
  useKey('d', toggle)
  const count = cards?.length ?? 0
  const atRisk = cards?.filter(({ risk }) => risk === 'amber').length ?? 0
  return (
    <button
      type="button"
      id="doctor-button"
      className={`button report-button doctor-button${atRisk > 0 ? ' at-risk' : ''}`}
      aria-pressed={isOpen}
      aria-label={doctor.buttonLabel(formatCount(count), count, formatCount(atRisk))}
      title={doctor.buttonHint}
      onClick={toggle}
    >
      <Icon name="doctor" />
      <span className="doctor-name">{doctor.title}</span>
      {count > 0 && <i>{formatCount(count)}</i>}
    </button>
  )
}
