import { backup, restore } from '#server/backup/command.ts'
import { openCentre } from '#server/centre/command.ts'
import { told, type CommandOptions } from './command.ts'

/** What can be asked for beside starting. Each resolves to the exit code. */
export const commands = {
  backup: (options: CommandOptions) => told(options, 'La sauvegarde a échoué', backup),
  restore: (options: CommandOptions) => told(options, 'La restauration a échoué', restore),
  centre: (options: CommandOptions) => told(options, 'Le centre n’est pas ouvert', openCentre),
}

export const isCommand = (name: string): name is keyof typeof commands =>
  Object.hasOwn(commands, name)
