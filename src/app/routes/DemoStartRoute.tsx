import { StartScreen, type DemoPerson } from '#features/start/StartScreen.tsx'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { api } from '../api.ts'
import { signInToDemo } from '../sessionServer.ts'

const schema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
      about: z.string(),
    }),
  ),
})

export function DemoStartRoute() {
  const [people, setPeople] = useState<readonly DemoPerson[]>()

  useEffect(() => {
    void api('GET', '/api/v1/demo', null, (json) => {
      const read = schema.safeParse(json)
      return read.success ? read.data.people : null
    }).then((answer) => {
      if (answer.kind === 'ok') setPeople(answer.body)
    })
  }, [])

  return (
    <StartScreen
      people={people}
      onBecome={async ({ id }) => {
        const answer = await signInToDemo(id)
        return answer.kind === 'ok' ? null : answer.kind === 'offline' ? 'offline' : answer.code
      }}
    />
  )
}
