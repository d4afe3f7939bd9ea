import type { LogbookDb } from '#store/database.ts'
import { followRead } from '#store/followRead.ts'
import { useEffect, useState } from 'react'

/**
 * What `read` finds in this device’s database, now and whenever a table that it has read changes;
 * `first` while it is read for the first time. It asks the database it is given. Where `deps` change, the
 * last answer is shown until the next one is there. What it throws, this throws.
 */
export function useLiveRead<Value>(
  db: LogbookDb,
  read: (db: LogbookDb) => Promise<Value>,
  deps: readonly unknown[],
  first?: Value,
): Value | undefined {
  const [answer, setAnswer] = useState<Answer<Value>>({ value: first })
  useEffect(
    () =>
      followRead(db, read, {
        onValue: (value) => {
          setAnswer((last) => (!last.failure && last.value === value ? last : { value }))
        },
        onError: (error) => {
          setAnswer({ failure: { error } })
        },
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller says what the read depends on
    [db, ...deps],
  )
  if (answer.failure) throw answer.failure.error
  return answer.value
}

interface Answer<Value> {
  readonly value?: Value | undefined
  readonly failure?: { readonly error: unknown }
}
