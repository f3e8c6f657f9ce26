import type { CreditedText, Item, Rubric, Scale, Section, Skill } from '#core/rubric.ts'
import { askedItems, itemsOf } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import styles from './rubrics.module.css'

/** Everything a rubric asks, to be read: its sections, skills and items, and where each comes from. */
export function RubricParts({ rubric }: { rubric: Rubric }) {
  const { lang, library: words } = useMessages()
  const used = new Set(
    itemsOf(rubric).flatMap(({ item }) => (item.kind === 'rating' ? [item.scale] : [])),
  )
  return (
    <div className={styles['parts']} lang={rubric.lang}>
      <Legend />
      {rubric.about && <Paragraphs paragraphs={rubric.about} />}
      {rubric.scales
        .filter(({ id }) => used.has(id))
        .map((scale) => (
          <ScaleList key={scale.id} scale={scale} title={used.size > 1 ? scale.id : undefined} />
        ))}
      {rubric.sections.map((section) => (
        <SectionPart key={section.id} section={section} />
      ))}
      <details className={styles['fold']}>
        <summary lang={lang}>{words.sources(rubric.sources.length)}</summary>
        <ul className={styles['foldList']}>
          {rubric.sources.map(({ key, title, url }) => (
            <li key={key}>
              <strong>{key}</strong> {title}
              {url !== undefined && <span className={styles['address']}> {url}</span>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Legend() {
  const { common, lang, library: words } = useMessages()
  return (
    <ul className={styles['legend']} aria-label={words.legend} lang={lang}>
      {(['source', 'adapted', 'drafted'] as const).map((provenance) => (
        <li key={provenance}>
          <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
        </li>
      ))}
    </ul>
  )
}

/** Where something comes from, as a mark beside it. */
function From({ provenance }: Pick<CreditedText, 'provenance'>) {
  const { common } = useMessages()
  return <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} quiet />
}

function Paragraphs({ paragraphs }: { paragraphs: readonly CreditedText[] }) {
  return (
    <div className={styles['about']}>
      {paragraphs.map(({ text, provenance }) => (
        <p key={text}>
          {text} <From provenance={provenance} />
        </p>
      ))}
    </div>
  )
}

function ScaleList({ scale, title }: { scale: Scale; title: string | undefined }) {
  const { lang, library: words } = useMessages()
  return (
    <section className={styles['scale']} aria-label={words.boxes}>
      <h2 className={styles['small']} lang={lang}>
        {title === undefined ? words.boxes : words.boxesOf(title)}
      </h2>
      <ol className={styles['levels']}>
        {scale.levels.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ol>
      {scale.setAside.length > 0 && (
        <p className={styles['aside']}>
          <span lang={lang}>{words.orAside}</span>{' '}
          {scale.setAside.map(({ label }) => label).join(' · ')}
        </p>
      )}
    </section>
  )
}

function SectionPart({ section }: { section: Section }) {
  const { lang, library: words } = useMessages()
  const skills = section.skills.filter((skill) => askedItems(skill).length > 0)
  return (
    <section className={styles['section']}>
      <h2 className={styles['sectionName']}>
        <span className={styles['number']}>{section.number}</span> {section.name.text}{' '}
        <From provenance={section.name.provenance} />
      </h2>
      {section.about && <Paragraphs paragraphs={section.about} />}
      {skills.map((skill) => (
        <SkillPart key={skill.id} skill={skill} />
      ))}
      {section.strategies.length > 0 && (
        <details className={styles['fold']}>
          <summary lang={lang}>{words.strategies(section.strategies.length)}</summary>
          <ul className={styles['foldList']}>
            {section.strategies.map(({ id, name, what, provenance }) => (
              <li key={id}>
                <strong>{name}</strong> <From provenance={provenance} /> {what}
              </li>
            ))}
          </ul>
        </details>
      )}
      {section.challenges.length > 0 && (
        <details className={styles['fold']}>
          <summary lang={lang}>{words.challenges(section.challenges.length)}</summary>
          <ul className={styles['foldList']}>
            {section.challenges.map(({ id, text, provenance }) => (
              <li key={id}>
                {text} <From provenance={provenance} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function SkillPart({ skill }: { skill: Skill }) {
  const { lang, library: words } = useMessages()
  return (
    <section className={styles['skill']}>
      <h3 className={styles['skillName']}>
        <span className={styles['number']}>{skill.number}</span>{' '}
        <span>
          {skill.name.text} <From provenance={skill.name.provenance} />
        </span>
      </h3>
      {skill.eachSite && (
        <p className={styles['aside']} lang={lang}>
          {words.eachSite}
        </p>
      )}
      <ul className={styles['items']}>
        {askedItems(skill).map((item) => (
          <ItemPart key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function ItemPart({ item }: { item: Item }) {
  return (
    <li className={styles['item']}>
      <span className={styles['number']}>{item.number}</span>
      <div className={styles['itemWords']}>
        <p>
          {item.text} <From provenance={item.provenance} />
        </p>
        <ItemFacts item={item} />
      </div>
    </li>
  )
}
