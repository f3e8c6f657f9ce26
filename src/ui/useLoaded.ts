import { useEffect, useState } from 'react'

/**
 * What `load` brings for `key`, or `undefined` until it is there. `load` must be the same function
 * at every render.
 */
export function useLoaded<T>(key: string, load: (key: string) => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ key: string; value: T }>()
  useEffect(() => {
    let isWanted = true
    void load(key).then((value) => {
      if (isWanted) setLoaded({ key, value })
    })
    return () => {
      isWanted = false
    }
  }, [key, load])
  return loaded?.key === key ? loaded.value : undefined
}
