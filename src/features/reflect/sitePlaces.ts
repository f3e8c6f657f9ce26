import type { AnswerPlace, Response } from '#core/answer.ts'
import type { Participant, Reflection, Site } from '#core/reflection.ts'
import { isTogether, type PlacementItem, type Zone } from '#core/rubric.ts'

/** A placement with what is needed to draw it. */
interface Spot {
  readonly x: number
  readonly y: number
  readonly zone: Zone
}

export interface SitePlaces {
  /** Where the person whose turn it is, or the team, has placed the current site. */
  readonly own: Spot | undefined
  /** Where others have placed the current site. */
  readonly others: readonly (Spot & { readonly person: Participant })[]
  /** Every site in order, with where the same person, or the team, has placed it. */
  readonly sites: readonly {
    readonly site: Site
    /** Counted from 1: what stands for it on the map. */
    readonly number: number
    readonly isCurrent: boolean
    readonly x: number | undefined
    readonly y: number | undefined
    readonly zone: Zone | undefined
  }[]
}

/** Who placed which site where, from all the answers to one item. */
export function sitePlaces(input: {
  item: PlacementItem
  reflection: Pick<Reflection, 'participants' | 'sites'>
  responses: readonly Response[]
  /** `undefined` while the team marks what it agrees on. */
  person: Participant | undefined
  site: Site
  /** Of the current answer. */
  place: AnswerPlace
}): SitePlaces {
  const { item, reflection, responses, person, site, place } = input
  const spotOf = (participantId: string, siteId: string): Spot | undefined => {
    const answer = responses.find(
      (response) => response.participantId === participantId && response.siteId === siteId,
    )?.answer
    if (answer?.kind !== 'placement') return undefined
    const zone = item.zones.find(({ id }) => id === answer.zone)
    return zone && { x: answer.x, y: answer.y, zone }
  }
  const others = isTogether(item)
    ? []
    : reflection.participants.filter(({ id }) => id !== person?.id)
  return {
    own: spotOf(place.participantId, site.id),
    others: others.flatMap((other) => {
      const spot = spotOf(other.id, site.id)
      return spot ? [{ ...spot, person: other }] : []
    }),
    sites: reflection.sites.map((each, index) => {
      const spot = spotOf(place.participantId, each.id)
      return {
        site: each,
        number: index + 1,
        isCurrent: each.id === site.id,
        x: spot?.x,
        y: spot?.y,
        zone: spot?.zone,
      }
    }),
  }
}
