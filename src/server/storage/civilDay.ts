const french = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** The ISO date people in France read on the wall at this instant; memberships end with a day. */
export const civilDay = (at: Date): string => french.format(at)
