import type { Reflection, Site } from '#core/reflection.ts'
import type { StartMessages } from '#messages/messages.ts'

/** What a site is called on this screen: its place among the others until it has a name. */
export function siteName(
  site: Site,
  { sites }: Pick<Reflection, 'sites'>,
  words: StartMessages['reflect'],
): string {
  return site.name === '' ? words.unnamedSite(sites.indexOf(site) + 1) : site.name
}
