import { RescueScreen } from '#features/rescue/RescueScreen.tsx'
import { readRescueFile } from '../rescue/readRescueFile.ts'
import { sendRescueFile } from '../rescue/sendRescueFile.ts'
import { useWorkspace } from '../workspace.ts'

/** `/secours`: brings what another device could not send. */
export function RescueRoute() {
  const { person, sync } = useWorkspace()
  return (
    <RescueScreen
      personId={person.id}
      onOpen={readRescueFile}
      onSend={async (file) => {
        const sent = await sendRescueFile(file)
        // What is in the logbook now is shown here too.
        void sync.now()
        return sent
      }}
    />
  )
}
