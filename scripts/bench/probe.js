// Runs in every measured page before its own scripts, the same in the app and the bare pages. Each
// time is in milliseconds of the page's own clock.
{
  /** Calls back once the next frame is painted. */
  const afterPaint = (done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(0)
    })
  const whenPainted = (isThere, done) => {
    const look = () => afterPaint((at) => (isThere() ? done(at) : look()))
    look()
  }
  const files = []
  const make = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob) => {
    files.push({ at: performance.now(), bytes: blob.size })
    return make(blob)
  }
  const shows = (selector) => () => document.querySelector(selector)?.checkVisibility() ?? false
  const row = 'article[data-kind] label[data-level] input'

  Object.assign(globalThis, {
    bench: {
      /** From the start of the navigation until this shows. */
      untilShown: (selector) => new Promise((done) => whenPainted(shows(selector), done)),
      /** From the next trusted click until the box it is in shows the person's initials. */
      tap: (initials) =>
        new Promise((done) => {
          const listen = ({ isTrusted, target, timeStamp }) => {
            if (!isTrusted) return
            removeEventListener('click', listen, true)
            const box = target.closest('label[data-level]')
            const isThere = () =>
              [...box.querySelectorAll('bdi')].some(({ textContent }) => textContent === initials)
            whenPainted(isThere, (at) => done(at - timeStamp))
          }
          addEventListener('click', listen, true)
        }),
      /** From the next trusted click until something else stands first on the page. */
      turn: (selector) =>
        new Promise((done) => {
          const listen = ({ isTrusted, timeStamp }) => {
            if (!isTrusted) return
            removeEventListener('click', listen, true)
            whenPainted(shows(selector), (at) => done(at - timeStamp))
          }
          addEventListener('click', listen, true)
        }),
      /** From the next trusted click until a file is handed over. */
      file: () =>
        new Promise((done) => {
          files.length = 0
          const listen = ({ isTrusted, timeStamp }) => {
            if (!isTrusted) return
            removeEventListener('click', listen, true)
            const look = () =>
              files[0]
                ? done({ ms: files[0].at - timeStamp, bytes: files[0].bytes })
                : setTimeout(look, 20)
            look()
          }
          addEventListener('click', listen, true)
        }),
      settled: () => new Promise((done) => afterPaint(() => afterPaint(done))),
      row,
    },
  })
  globalThis.bench.usable = globalThis.bench.untilShown(row)
}
