import type { PersonId } from '#domain/identifiers.ts'
import { newsFor, type News } from '#server/exchange/news.ts'
import type { Listener, Listening } from '#sync/listen.ts'
import type { Tab } from './tab.ts'

/** The browser connects again so long after a connection ended, in ms. */
const AGAIN = 3_000
/** The server ends every connection after so long, in ms. */
const LIFE = 600_000
/** Longest way of an event, in ms. */
const LATENCY = 150
/** How often another process of the server took the push: of its news only a poke is heard. */
const ELSEWHERE = 0.2

/** What one page hears of the server, in order, while its connection is open; see `listenToServer`. */
export class Line implements Listening {
  private readonly tab: Tab
  private readonly listener: Listener
  private own: ReadonlySet<string> | null = null
  /** Whose session it is: the browser may have another one than the page. */
  private personId: PersonId | null = null
  /** Counts connections: what an earlier one was about to say is not heard. */
  private connection = 0
  private heardAt = 0

  constructor(tab: Tab, listener: Listener) {
    this.tab = tab
    this.listener = listener
    this.connect()
  }

  readonly isOpen = (): boolean => this.own !== null

  readonly stop = (): void => {
    this.connection += 1
    this.own = null
  }

  /** The network is back, or the person. */
  wake(): void {
    if (!this.isOpen()) this.connect()
    this.listener.onPoke()
  }

  /** The connection ends; `forGood`: until something wakes the page. */
  break(forGood: boolean): void {
    this.stop()
    if (!forGood) this.later(AGAIN, this.connect)
  }

  /** A logbook moved on otherwise than by a push: the page is told to look. */
  poke(id: string): void {
    const { world } = this.tab.browser
    if (!this.own?.has(id) || !world.random.chance(world.scenario.pokes)) return
    world.report.count('pokes')
    this.later(world.random.below(LATENCY), () => {
      this.listener.onPoke()
    })
  }

  /** Somebody’s push has changed something. An event may get lost on its way. */
  hear(news: News): void {
    const { world } = this.tab.browser
    const { personId } = this
    if (
      personId === null ||
      !this.own?.has(news.logbookId) ||
      !world.random.chance(world.scenario.pokes)
    )
      return
    const event = world.random.chance(ELSEWHERE) ? null : newsFor(news, personId)
    if (event) world.wire.onNews(event, news, personId)
    world.report.count(event ? 'news' : 'pokes')
    const text = JSON.stringify(event)
    const now = world.clock.now()
    this.heardAt = Math.max(this.heardAt, now + world.random.below(LATENCY))
    this.later(this.heardAt - now, () => {
      if (event) this.listener.onNews(JSON.parse(text))
      else this.listener.onPoke()
    })
  }

  private readonly connect = (): void => {
    const { browser } = this.tab
    const { server, scenario, random } = browser.world
    if (scenario.pokes === 0) return
    this.connection += 1
    this.later(random.below(LATENCY), () => {
      const personId = server.personOf(browser.asker)
      if (!browser.isOnline || personId === null) return
      const { connection } = this
      void server.listReadable(personId).then((own) => {
        if (connection !== this.connection) return
        this.own = new Set(own)
        this.personId = personId
        this.listener.onPoke()
        this.later(LIFE, () => {
          this.break(false)
        })
      })
    })
  }

  private later(ms: number, work: () => void): void {
    const { connection } = this
    this.tab.after(ms, () => {
      if (connection === this.connection) work()
    })
  }
}
