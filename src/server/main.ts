import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readConfiguration, type Configuration } from './configuration.ts'
import { complain, createLog, say } from './console.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { StartRefused } from './httpServer.ts'
import { newId } from './newId.ts'
import { startServer, type RunningServer } from './startServer.ts'
import { MigrationRefused } from './storage/migrate.ts'
import { watchForStop } from './watchForStop.ts'

/** The built screens, beside this built file. */
const webFolder = fileURLToPath(new URL('../web', import.meta.url))

await main()

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env)
  if ('refused' in configuration) {
    for (const sentence of configuration.refused) complain(sentence)
    process.exitCode = 1
    return
  }
  const now = (): Date => new Date()
  const log = createLog({ all: configuration.logJson, now })

  let running: RunningServer | undefined
  let exitCode = 0
  const stop = async (): Promise<void> => {
    await running?.stop()
    process.exit(exitCode)
  }
  const starting = startServer({
    configuration,
    now,
    newId,
    log,
    say,
    webFolder: existsSync(webFolder) ? webFolder : null,
    fill: seedDemo,
  })
  watchForStop(() => {
    say('Arrêt…')
    // Whatever is half started is stopped as soon as it stands.
    starting.then(stop, () => process.exit(1))
  })
  process.on('uncaughtException', (error) => {
    log({ event: 'crashed' }, error)
    exitCode = 1
    void stop()
  })

  try {
    running = await starting
  } catch (error) {
    if (error instanceof StartRefused || error instanceof MigrationRefused) complain(error.message)
    else complain(`Livret n’a pas démarré : ${error instanceof Error ? error.message : ''}`)
    process.exit(1)
  }
  welcome(running, configuration)
}

function welcome({ url, isDemo }: RunningServer, configuration: Configuration): void {
  say(`Livret est prêt : ${configuration.publicUrl ?? url}`)
  if (isDemo) say('Démonstration : ouvrez cette adresse et choisissez une personne.')
  else if (configuration.smtpUrl === null)
    say('Attention : sans SMTP_URL, aucun code de connexion ne part. Voir docs/operations.md.')
  say(`Données : ${configuration.dataFolder} · Arrêter : Ctrl-C`)
}
