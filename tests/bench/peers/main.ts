import { servePage } from '../page/benchPage.ts'
import { createPouch } from './pouch.ts'
import { createRx } from './rx.ts'

servePage((name) => (name === 'rxdb' ? createRx() : Promise.resolve(createPouch())))
