import { PaySimulatorScreen } from '#features/pay/PaySimulatorScreen.tsx'
import { today } from '../device.ts'

/** `/simulateur-remuneration`, for everybody, whether a livret is open here or not. */
export function PaySimulatorRoute() {
  return <PaySimulatorScreen today={today()} />
}
