/** The five tones of a status. A tone always stands beside a word and a shape, never alone. */
export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'grey';
