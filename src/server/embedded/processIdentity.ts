import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The command line of a running process, or `null` where there is none by this number. */
export function commandOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return null
    }
  }
  return ps(pid, 'command=')
}

/**
 * When a process started, in any notation that is the same each time it is asked, or `null`.
 * With the number it names one process for ever: numbers come back, also after a restart of the
 * machine.
 */
export function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // Field 22; the second, the name in brackets, may hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/su, '')
      .split(' ')
    // A dead process whose parent has not looked yet holds nothing any more.
    return fields[0] === 'Z' ? null : `${boot} ${fields[19] ?? ''}`
  } catch {
    return null
  }
}

function ps(pid: number, column: string): string | null {
  const { stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() || null
}
