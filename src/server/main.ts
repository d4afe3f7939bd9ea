import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { commands, isCommand } from './commands/commands.ts'
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
  const [command, ...words] = process.argv.slice(2)
  if (command !== undefined) {
    process.exit(await runCommand({ command, words, configuration, now }))
  }
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

interface Command {
  readonly command: string
  readonly words: readonly string[]
  readonly configuration: Configuration
  readonly now: () => Date
}

/** Whatever is not a start; gives the exit code. */
async function runCommand({ command, words, configuration, now }: Command): Promise<number> {
  if (!isCommand(command)) {
    complain(`Livret ne connaît pas la commande « ${command} ».`)
    return 1
  }
  const stopping = new AbortController()
  watchForStop(() => {
    complain('Interruption…')
    stopping.abort(new Error('interruption'))
  })
  // npm changes the folder; what people type is seen from where they are.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const { signal } = stopping
  return commands[command]({ words, from, configuration, now, newId, say, complain, signal })
}

function welcome({ url, isDemo }: RunningServer, configuration: Configuration): void {
  say(`Livret est prêt : ${configuration.publicUrl ?? url}`)
  if (isDemo) say('Démonstration : ouvrez cette adresse et choisissez une personne.')
  else if (configuration.smtpUrl === null)
    say('Attention : sans SMTP_URL, aucun code de connexion ne part. Voir docs/operations.md.')
  say(`Données : ${configuration.dataFolder} · Arrêter : Ctrl-C`)
}
