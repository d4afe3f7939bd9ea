/**
 * Lets the browser do what is more urgent, and goes on in another task: between the pieces of a long
 * work. A timer of none would take 4 ms where it was set by another timer (HTML, timer nesting level).
 */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1: ear, port2: mouth } = new MessageChannel()
    ear.onmessage = () => {
      ear.close()
      resolve()
    }
    mouth.postMessage(null)
  })
