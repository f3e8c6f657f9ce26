// The names of fields in the editor's forms, as React Hook Form spells them.

export type SkillName = `section.skills.${number}`
export type ItemName = `${SkillName}.items.${number}`
export type RowName = `${ItemName}.rows.${number}`
export type ZoneName = `${ItemName}.zones.${number}`
export type ColumnName = `${ItemName}.columns.${number}`
export type StrategyName = `section.strategies.${number}`

/** A text with its credit. */
export type CreditedName =
  | 'head.title'
  | 'head.goal'
  | `head.about.${number}`
  | 'section.name'
  | `section.about.${number}`
  | `section.challenges.${number}`
  | `${SkillName}.name`
  | ItemName
  | ZoneName

/** Anything that says where it comes from. */
export type CreditName = CreditedName | StrategyName | RowName

/** A field of one text. */
export type TextName =
  | `${CreditedName}.text`
  | `${CreditName}.sourceNote`
  | 'head.id'
  | 'head.shortTitle'
  | 'head.subtitle'
  | 'head.lang'
  | 'head.credit'
  | `head.itemNoun.${'one' | 'many'}`
  | `${StrategyName}.${'name' | 'what' | 'evidence'}`
  | `scales.${number}.levels.${number}.${'label' | 'short'}`
  | `scales.${number}.setAside.${number}.label`
  | `sources.${number}.${'key' | 'title' | 'url'}`
  | `${OptionsName}.${number}.${'label' | 'hint'}`
  | `${ColumnName}.${'label' | 'hint'}`
  | `${RowName}.label`
  | `${ZoneName}.${'letter' | 'name'}`
  | `${ItemName}.${'across' | 'up'}.${'label' | 'low' | 'high'}`
  | `${ItemName}.setAside.${number}.label`
  | `${ItemName}.guide.steps.${number}.question`

/** A field with a list to choose from. */
export type ChoiceName =
  | 'head.family'
  | 'head.status'
  | `${CreditName}.provenance`
  | `${ItemName}.${'scale' | 'length' | 'answeredBy' | 'replacedBy'}`
  | `${ColumnName}.${'kind' | 'length'}`
  | `${ItemName}.guide.steps.${number}.no`
  | `${ItemName}.guide.yes`

/** A field that is on or off. */
export type SwitchName =
  `${SkillName}.eachSite` | `${ItemName}.${'many' | 'note' | 'grows' | 'hasGuide'}`

/** A list of options: of a choice, or of a column of a table. */
export type OptionsName = `${ItemName}.options` | `${ColumnName}.options`

/** A list whose entries can be added, moved and taken out. */
export type ListName =
  | 'head.about'
  | 'section.about'
  | 'section.challenges'
  | 'section.skills'
  | 'section.strategies'
  | `${SkillName}.items`
  | 'scales'
  | `scales.${number}.levels`
  | `scales.${number}.setAside`
  | 'sources'
  | OptionsName
  | `${ItemName}.${'columns' | 'rows' | 'zones' | 'setAside'}`
  | `${ItemName}.guide.steps`
