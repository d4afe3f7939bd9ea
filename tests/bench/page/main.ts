import { servePage } from './benchPage.ts'
import { writeBare } from './dexie.ts'
import { createFloor } from './floor.ts'
import { writeHalfYear } from './halfYear.ts'
import { createLivret, sendWeeks } from './livret.ts'

servePage((name, person) => (name === 'floor' ? createFloor() : createLivret(person)), {
  sendWeeks,
  writeBare,
  writeHalfYear,
})
