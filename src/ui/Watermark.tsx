import styles from './Watermark.module.css'

/** A word across the whole window that is in nobody's way: what is under it is not for real. */
export function Watermark({ text }: { text: string }) {
  return (
    <div className={styles['watermark']} aria-hidden="true">
      <span>{text}</span>
    </div>
  )
}
