import styles from './PersonChip.module.css'

export interface ChipLook {
  outline: 'solid' | 'dashed' | 'dotted' | 'double'
  heavy: boolean
  tint: number
}

interface Props {
  initials: string
  look: ChipLook
  /** How often, where one person stands several times in one place. */
  count?: number
  /** True for the person whose turn it is. */
  current?: boolean
}

/** A person on paper: initials on a soft tint with an outline of their own. */
export function PersonChip({ initials, look, count = 1, current = false }: Props) {
  return (
    <span
      className={styles['chip']}
      data-tint={look.tint}
      data-outline={look.outline}
      data-heavy={look.heavy}
      data-current={current}
    >
      <bdi>{initials}</bdi>
      {count > 1 && <sup className={styles['count']}>{count}</sup>}
    </span>
  )
}
