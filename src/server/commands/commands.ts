import { backup, restore } from '#server/backup/command.ts'
import { endCoordination } from '#server/centre/endCoordination.ts'
import { openCentre } from '#server/centre/openCentre.ts'
import { told, type CommandOptions } from './command.ts'

/** What can be asked for beside starting. Each resolves to the exit code. */
export const commands = {
  backup: (options: CommandOptions) => told(options, 'La sauvegarde a échoué', backup),
  restore: (options: CommandOptions) => told(options, 'La restauration a échoué', restore),
  centre: (options: CommandOptions) => {
    const [first, ...words] = options.words
    return first === '--fin'
      ? told({ ...options, words }, 'La coordination n’est pas terminée', endCoordination)
      : told(options, 'Le centre n’est pas ouvert', openCentre)
  },
}

export const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name)
