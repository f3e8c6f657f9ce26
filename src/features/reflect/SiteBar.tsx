import { useId, useState } from 'react'
import { deleteEdit, type Site } from '#core/reflection.ts'
import { askedItems, type Rubric, type Skill } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { SiteForm } from './SiteForm.tsx'
import { siteName } from './siteName.ts'
import styles from './sites.module.css'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  skill: Skill
  /** The one on the screen. */
  site: Site | undefined
  /** True where sites are named; further skills of the section only choose among them. */
  canAdd: boolean
  onSite: (siteId: string) => void
}

/** A site being named: a new one, or one that is renamed. */
interface Naming {
  readonly id: string
  readonly isNew: boolean
}

/** Which site is looked at, and the naming of sites. */
export function SiteBar({ store, rubric, skill, site, canAdd, onSite }: Props) {
  const words = useStartMessages().reflect
  const { sites } = useStore(store, (from) => from.reflection())
  const [fresh, setFresh] = useState(newId)
  const [naming, setNaming] = useState<Naming>()
  const [isBack, setBack] = useState(false)
  // A site that is being named comes among the others when it is done: nothing moves above the field.
  const shown = sites.filter(({ id }) => !(naming?.isNew && id === naming.id))
  const isEmpty = shown.length === 0
  const openNew = () => setNaming({ id: newId(), isNew: true })
  if (isEmpty && !canAdd) return <p className={styles['empty']}>{words.sitesFirst}</p>
  return (
    <div className={styles['bar']}>
      {isEmpty && (
        <p className={styles['empty']}>
          {words.noSites(askedItems(skill).length, rubric.itemNoun)}
        </p>
      )}
      {!isEmpty && <Chips {...{ sites: shown, all: sites, site, onSite }} />}
      {canAdd && (naming || isEmpty) && (
        // Without any site the form is the one thing to do, so it is there from the start.
        <SiteForm
          {...{ store, onSite }}
          siteId={naming?.id ?? fresh}
          isNew={naming?.isNew ?? true}
          isAsked={naming !== undefined}
          canClose={!isEmpty}
          onBegin={() => setNaming((held) => held ?? { id: fresh, isNew: true })}
          onNext={openNew}
          onDone={() => {
            setNaming(undefined)
            // The id is spent: were its site removed, the next name would be written into that one.
            setFresh(newId())
            setBack(true)
          }}
        />
      )}
      {canAdd && !naming && !isEmpty && (
        <div className={styles['naming']}>
          {/* The form went away with the focus in it. */}
          <span ref={isBack ? focusButton : undefined}>
            <Button look="quiet" icon="plus" onClick={openNew}>
              {words.addSite}
            </Button>
          </span>
          {site && (
            <Manage
              {...{ store, site, sites, onSite }}
              onRename={() => setNaming({ id: site.id, isNew: false })}
            />
          )}
        </div>
      )}
      {canAdd && <Contested {...{ store, sites }} />}
    </div>
  )
}

function focusButton(around: HTMLElement | null) {
  around?.querySelector('button')?.focus()
}

/** The sites as numbered chips; the numbers stand for them on the map. */
function Chips({
  sites,
  all,
  site,
  onSite,
}: {
  sites: readonly Site[]
  all: readonly Site[]
  site: Site | undefined
  onSite: (siteId: string) => void
}) {
  const words = useStartMessages().reflect
  const name = useId()
  return (
    <fieldset className={styles['sites']}>
      <legend className={styles['legend']}>{words.whichSite}</legend>
      <div className={styles['chips']}>
        {sites.map((each) => {
          return (
            <label key={each.id} className={styles['site']}>
              <input
                type="radio"
                className={styles['input']}
                name={name}
                checked={each.id === site?.id}
                onChange={() => onSite(each.id)}
              />
              <span className={styles['number']}>{all.indexOf(each) + 1}</span>
              <bdi>{siteName(each, { sites: all }, words)}</bdi>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

function Manage({
  store,
  site,
  sites,
  onSite,
  onRename,
}: {
  store: ReflectionStore
  site: Site
  sites: readonly Site[]
  onSite: (siteId: string) => void
  onRename: () => void
}) {
  const words = useStartMessages().reflect
  const index = sites.indexOf(site)
  const name = siteName(site, { sites }, words)
  return (
    <>
      <Button look="quiet" icon="pencil" aria-label={words.renameNamed(name)} onClick={onRename}>
        {words.rename}
      </Button>
      <Button
        look="quiet"
        icon="trash"
        aria-label={words.removeNamed(name)}
        onClick={() => {
          const next = sites[index + 1] ?? sites[index - 1]
          store.apply([deleteEdit('site', site.id)])
          if (next) onSite(next.id)
        }}
      >
        {words.removeSite}
      </Button>
    </>
  )
}

/** What two devices did differently with the sites. */
function Contested({ store, sites }: { store: ReflectionStore; sites: readonly Site[] }) {
  const words = useStartMessages().reflect
  return sites.map((site) => (
    <div key={site.id}>
      {site.conflicts
        .filter(({ field }) => field === 'name')
        .map((conflict) => (
          <OtherVersions
            key={conflict.field}
            {...{ store, conflict }}
            kind="site"
            record={site.id}
            about={words.siteName}
            joint=" / "
          />
        ))}
      {site.deletedElsewhere && (
        <p className={styles['contested']}>
          <bdi>{site.name}</bdi>
          {' · '}
          {words.deletedElsewhere}{' '}
          <Button look="quiet" onClick={() => store.apply([deleteEdit('site', site.id, false)])}>
            {words.keep}
          </Button>
        </p>
      )}
    </div>
  ))
}
