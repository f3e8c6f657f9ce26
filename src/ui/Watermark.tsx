import styles from './Watermark.module.css'

/**
 * A word across the whole window that is in nobody's way: what is under it is not for real. It is
 * drawn, not written: whoever cannot see it is told by the words of the page.
 */
export function Watermark({ text }: { text: string }) {
  return <div className={styles['watermark']} data-watermark={text} aria-hidden="true" />
}
