/** What a coloured thing says: news, your turn, done, went wrong. Always with a word or an icon. */
export type Tone = 'info' | 'waiting' | 'success' | 'problem'
