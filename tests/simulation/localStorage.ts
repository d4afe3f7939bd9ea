/** What a page keeps synchronously (`localStorage`), as far as the app uses it. */
export class LocalStorage {
  getItem(key: string): string | null {
    return (this.texts()[key] ?? null) as string | null
  }

  setItem(key: string, text: string): void {
    this.texts()[key] = text
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key)
  }

  /** All texts, as they were put in: an entry is a property, as in a browser. */
  texts(): Record<string, unknown> {
    return this as unknown as Record<string, unknown>
  }

  copy(): LocalStorage {
    return Object.assign(new LocalStorage(), this)
  }
}
