import { isAddress } from '#domain/enrolment/enrolment.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { CELL_MAX } from '#protocol/centre.ts'
import {
  COMMAND,
  CommandRefused,
  openSource,
  type CommandOptions,
  type Undo,
} from '#server/commands/command.ts'
import {
  addCentre,
  addCoordinator,
  listCoordinators,
  listUncoordinated,
  lockCentreNamed,
} from '#server/storage/centres.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction, type Database } from '#server/storage/database.ts'
import { addMember } from '#server/storage/logbooks.ts'
import { addPeople, findByAddress } from '#server/storage/people.ts'
import { announceMembers } from '#server/storage/pokeListener.ts'
import { spaced } from './words.ts'

/** Opens a centre, where there is none of that name, and lets somebody coordinate it from today on. */
export async function openCentre(options: CommandOptions, undo: Undo): Promise<void> {
  const { configuration, now, newId, say } = options
  const asked = readWords(options.words)
  const pool = await openSource(options, undo)
  const at = now()
  const opened = await inTransaction(pool, (tx) => open(tx, asked, { at, newId: () => newId(at) }))

  const { centre, name, isNew, wasCoordinator, logbooks } = opened
  if (wasCoordinator) {
    say(`${name} coordonne déjà «\u00a0${centre}\u00a0». Rien n’a changé.`)
    return
  }
  say(`${isNew ? 'Centre ouvert' : 'Centre déjà ouvert'}\u00a0: ${centre}.`)
  say(`${name} le coordonne à partir d’aujourd’hui.`)
  if (logbooks > 0) say(`Livrets du centre qui lui sont ouverts\u00a0: ${logbooks}.`)
  const place = configuration.publicUrl ?? 'Livret'
  say(`Pour entrer\u00a0: ouvrir ${place}, taper ${asked.email}, puis le code reçu par mail.`)
}

interface Asked {
  readonly centre: string
  readonly name: string
  readonly email: string
}

function readWords(words: readonly string[]): Asked {
  const [centre = '', name = '', email = ''] = words.map(spaced)
  if (words.length !== 3 || [centre, name, email].includes(''))
    throw new CommandRefused(
      'Quel centre, qui, et à quelle adresse\u00a0? npm run centre -- "Campus X" "Hélène Martinet" helene@exemple.fr',
    )
  if (!isAddress(email))
    throw new CommandRefused(`«\u00a0${email}\u00a0» n’est pas une adresse de mail.`)
  if ([centre, name, email].some(({ length }) => length > CELL_MAX))
    throw new CommandRefused(`Un nom ou une adresse a ${CELL_MAX} caractères au plus.`)
  return { centre, name, email }
}

interface Opened {
  /** Its name, as it was first written. */
  readonly centre: string
  /** The same of the coordinator’s. */
  readonly name: string
  readonly isNew: boolean
  readonly wasCoordinator: boolean
  /** How many logbooks the coordinator came into. */
  readonly logbooks: number
}

async function open(
  tx: Database,
  { centre: centreName, name, email }: Asked,
  { at, newId }: { readonly at: Date; readonly newId: () => string },
): Promise<Opened> {
  const day = civilDay(at)
  const known = await lockCentreNamed(tx, centreName)
  const centre = known ?? { id: newId(), name: centreName }
  const somebody = [...(await findByAddress(tx, [email])).values()][0]
  if (somebody && somebody.centreId !== known?.id) throw ofAnotherCentre(email)
  if (!known) await addCentre(tx, centre)

  const person = somebody ?? { id: newId() as PersonId, centreId: centre.id, name }
  if (!somebody && !(await addPeople(tx, [{ ...person, email, at }]))) throw ofAnotherCentre(email)
  const result = { centre: centre.name, name: person.name, isNew: !known }
  if ((await listCoordinators(tx, centre.id, day)).includes(person.id)) {
    return { ...result, wasCoordinator: true, logbooks: 0 }
  }
  const personId = person.id
  await addCoordinator(tx, { centreId: centre.id, personId, from: day })
  const logbooks = await listUncoordinated(tx, { centreId: centre.id, personId, day })
  for (const logbookId of logbooks) {
    await addMember(tx, { logbookId, personId, role: 'coordinator', from: day, until: null })
    await announceMembers(tx, COMMAND, logbookId, [personId])
  }
  return { ...result, wasCoordinator: false, logbooks: logbooks.length }
}

const ofAnotherCentre = (email: string): CommandRefused =>
  new CommandRefused(
    `${email} est déjà l’adresse de quelqu’un d’un autre centre. Rien n’a été touché.`,
  )
