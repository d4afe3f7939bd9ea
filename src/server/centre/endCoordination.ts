import { addDays } from '#domain/civilDate.ts'
import {
  COMMAND,
  CommandRefused,
  openSource,
  type CommandOptions,
  type Undo,
} from '#server/commands/command.ts'
import {
  endCoordinator,
  listCoordinators,
  listLedBy,
  lockCentreNamed,
} from '#server/storage/centres.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction, type Database } from '#server/storage/database.ts'
import { endMember } from '#server/storage/logbooks.ts'
import { findByAddress } from '#server/storage/people.ts'
import { announceMembers } from '#server/storage/pokeListener.ts'
import { spaced } from './words.ts'

/**
 * Somebody coordinates a centre no more, from this moment on: neither opens logbooks nor is in one as
 * coordinator. What they decided and signed stays.
 */
export async function endCoordination(options: CommandOptions, undo: Undo): Promise<void> {
  const [centre = '', email = '', ...others] = options.words.map(spaced)
  if ([centre, email].includes('') || others.length > 0)
    throw new CommandRefused(
      'Quel centre, et quelle adresse\u00a0? npm run centre -- --fin "Campus X" helene@exemple.fr',
    )
  const pool = await openSource(options, undo)
  const day = civilDay(options.now())
  const ended = await inTransaction(pool, (tx) => end(tx, { centre, email, day }))
  options.say(`${ended.name} ne coordonne plus «\u00a0${ended.centre}\u00a0».`)
  options.say(`Livrets qui lui sont fermés\u00a0: ${ended.logbooks}.`)
}

async function end(
  tx: Database,
  asked: { readonly centre: string; readonly email: string; readonly day: string },
): Promise<{ readonly centre: string; readonly name: string; readonly logbooks: number }> {
  const { email, day } = asked
  const centre = await lockCentreNamed(tx, asked.centre)
  if (!centre) throw new CommandRefused(`Il n’y a pas de centre «\u00a0${asked.centre}\u00a0».`)
  const person = [...(await findByAddress(tx, [email])).values()][0]
  const coordinators = await listCoordinators(tx, centre.id, day)
  if (!person || !coordinators.includes(person.id))
    throw new CommandRefused(
      `Personne ne coordonne «\u00a0${centre.name}\u00a0» avec l’adresse ${email}. Rien n’a changé.`,
    )
  if (coordinators.length === 1)
    throw new CommandRefused(
      'Personne ne coordonnerait plus ce centre. Ajoutez d’abord quelqu’un\u00a0: npm run centre -- "Campus X" "Prénom Nom" adresse',
    )
  const { id: personId, name } = person
  const led = await listLedBy(tx, { centreId: centre.id, personId, day })
  const alone = led.filter(({ isAlone }) => isAlone)
  if (alone.length > 0)
    throw new CommandRefused(
      `Livrets dont personne d’autre n’est responsable\u00a0: ${alone.length}. Ajoutez-y d’abord quelqu’un. Rien n’a changé.`,
    )
  // A last day is one on which they still read: it was yesterday’s.
  const until = addDays(day, -1)
  await endCoordinator(tx, { centreId: centre.id, personId, until })
  for (const { logbookId, from } of led) {
    await endMember(tx, { logbookId, personId, role: 'coordinator', from, until })
    await announceMembers(tx, COMMAND, logbookId, [personId])
  }
  return { centre: centre.name, name, logbooks: new Set(led.map((each) => each.logbookId)).size }
}
