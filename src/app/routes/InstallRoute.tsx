import { InstallScreen } from '#features/install/InstallScreen.tsx'
import { copyAddress, install, useInstallWay } from '../installation.ts'

/** `/installer`. */
export function InstallRoute() {
  return <InstallScreen way={useInstallWay()} onInstall={install} onCopy={copyAddress} />
}
