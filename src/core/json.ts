/** A JSON value, as it may stand in a change or a file. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one spelling of a JSON value: keys sorted by code unit, no spaces. Two values that mean the
 * same have the same spelling, whatever order their keys came in, so it can be hashed.
 *
 * Numbers are spelt as JSON.stringify spells them; NaN and the infinities, which JSON cannot carry,
 * are spelt `null`.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) {
    return `[${value.map((entry: Json) => canonicalJson(entry)).join(',')}]`
  }
  if (isJsonObject(value)) {
    const members = Object.keys(value)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/** True for a plain JSON object; false for arrays, null and scalars. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
