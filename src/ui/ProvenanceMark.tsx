import styles from './ProvenanceMark.module.css'

interface Props {
  provenance: 'source' | 'adapted' | 'drafted'
  /** What the mark means, in words: shown beside it unless `quiet`. */
  label: string
  quiet?: boolean
}

/** A full, half or open dot: stated by a source, adapted from one, or drafted by us. */
export function ProvenanceMark({ provenance, label, quiet = false }: Props) {
  return (
    <span className={styles['mark']} title={quiet ? label : undefined}>
      <svg
        width="0.6875rem"
        height="0.6875rem"
        viewBox="0 0 12 12"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {provenance === 'source' && <circle cx="6" cy="6" r="5" fill="currentColor" />}
        {provenance === 'adapted' && <path d="M6 1a5 5 0 0 1 0 10z" fill="currentColor" />}
      </svg>
      <span className={quiet ? styles['quiet'] : undefined}>{label}</span>
    </span>
  )
}
