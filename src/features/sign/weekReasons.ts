/** What is usually asked for of a week that goes back. */
export const weekReasons = ['task-missing', 'not-this-week', 'more-precise'] as const
