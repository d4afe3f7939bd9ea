import type { Actor } from '#domain/rights.ts'
import { useContracts } from '#features/parts/useContracts.ts'
import { PayScreen } from '#features/pay/PayScreen.tsx'
import type { BookRow } from '#store/database.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/remuneration`. */
export function PayRoute() {
  return <BookRoute>{(book, actor) => <Pay book={book} actor={actor} />}</BookRoute>
}

function Pay({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, today } = useWorkspace()
  return (
    <PayScreen contracts={useContracts(db, actor)} facts={facts} actor={actor} today={today()} />
  )
}
