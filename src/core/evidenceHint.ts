// Reads what people write as evidence by plain rules: what is there already, and what could be added.
// It judges nothing and blocks nothing; see `readEvidence` for what it cannot know.

/** What makes evidence stronger, in the order in which we ask for it. */
export const EVIDENCE_POINTS = ['count', 'date', 'source', 'change'] as const
/** `count`: how many; `date`: when, since when; `source`: how it was seen; `change`: before and after. */
export type EvidencePoint = (typeof EVIDENCE_POINTS)[number]

export interface EvidenceReading {
  readonly has: readonly EvidencePoint[]
  /** The first that is not there; `undefined` if all are. */
  readonly ask: EvidencePoint | undefined
}

/**
 * What a text says of how many, when, where from, and before and after. Knows English and Spanish
 * words and the digits of every script.
 *
 * Limits: it knows words, not what is meant. "We report back" counts as a source because "report" is
 * one; a number of a room counts as a count; "not one survey" has a source. A word it does not know,
 * and every other language but for its digits, is not seen. So the hint asks, and never says "wrong".
 */
export function readEvidence(text: string): EvidenceReading {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '')
  const has = EVIDENCE_POINTS.filter((point) => FINDERS[point](plain))
  return { has, ask: EVIDENCE_POINTS.find((point) => !has.includes(point)) }
}

const FINDERS: Readonly<Record<EvidencePoint, (text: string) => boolean>> = {
  count: (text) => COUNT.test(withoutDates(text)),
  date: (text) => DATES.some((date) => date.test(text)),
  source: (text) => SOURCE.test(text),
  change: (text) => text.split(/[.;!?\n]+/).some(tellsChange),
}

/** Whole words: neither a letter nor a digit beside them. */
function words(...alternatives: readonly string[]): string {
  return `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`
}

function finder(...alternatives: readonly string[]): RegExp {
  return new RegExp(words(...alternatives), 'iu')
}

// --- When -----------------------------------------------------------------------------------------

const MONTHS =
  'january|february|april|june|july|august|september|october|november|december|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre'
/** Months whose names are everyday words or cut short: only beside a number or after such a word. */
const SHORT_MONTHS = 'jan|feb|march|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic'
const PERIODS =
  'year|month|week|quarter|semester|term|season|fall|autumn|winter|spring|summer|cycle|round|time'
const PERIODOS = 'ano|mes|semana|trimestre|semestre|curso|ciclo|otono|invierno|primavera|verano|vez'
const YEAR = '(?:19|20)\\d\\d(?:\\s?[-–/]\\s?\\d{2,4})?'

const DATES: readonly RegExp[] = [
  finder(YEAR, '\\d{4}-\\d{1,2}-\\d{1,2}', '\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}', '[qt][1-4]'),
  finder(MONTHS),
  finder(
    `(?:${SHORT_MONTHS})\\.?\\s+\\d{1,4}`,
    `\\d{1,2}\\s+(?:de\\s+)?(?:${SHORT_MONTHS})`,
    `(?:in|since|by|until|from|last|this|early|late|mid)\\s+(?:${SHORT_MONTHS})`,
  ),
  finder(
    `(?:last|this|past|previous|first|second|third|each|every)\\s+(?:school\\s+)?(?:${PERIODS})`,
    `(?:${PERIODS})\\s+(?:one|two|three|\\d{1,2})`,
    '(?:in|since|by|until)\\s+(?:the\\s+)?(?:fall|autumn|winter|spring|summer)',
    'ago',
    'yesterday',
    'today',
  ),
  finder(
    `(?:este|esta|primer|primera|segundo|segunda|cada|ultimo|ultima)\\s+(?:${PERIODOS})`,
    `(?:${PERIODOS})\\s+(?:pasad[oa]|anterior|actual|escolar)`,
    '(?:en|desde|hasta)\\s+(?:el\\s+|la\\s+)?(?:otono|invierno|primavera|verano)',
    `hace\\s+(?:\\p{L}+|\\d+)\\s+(?:ano|mes|semana|dia)(?:e?s)?`,
    'ayer',
    'hoy',
  ),
]

/** A year or a day of the month is no count. */
function withoutDates(text: string): string {
  return text.replaceAll(SPELLED_DATE, ' ')
}

const SPELLED_DATE = new RegExp(
  words(
    '\\d{4}-\\d{1,2}-\\d{1,2}',
    '\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}',
    '[qt][1-4]',
    `(?:${MONTHS}|${SHORT_MONTHS})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR})?`,
    `\\d{1,2}\\s+(?:de\\s+)?(?:${MONTHS}|${SHORT_MONTHS})(?:\\s+(?:de\\s+)?${YEAR})?`,
    YEAR,
    `(?:${PERIODS})\\s+(?:one|two|three|\\d{1,2})`,
  ),
  'giu',
)

// --- How many --------------------------------------------------------------------------------------

const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|' +
  'seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|' +
  'dozens?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|' +
  'cuarenta|cincuenta|cien|cientos|docenas?'

const COUNT = new RegExp(
  `\\p{Nd}|%|${words(
    NUMBER_WORDS,
    'one\\s+(?:of|in|out)',
    'un[oa]?\\s+de\\s+cada',
    'half|a\\s+third|two-thirds|percent|per\\s+cent|twice|double[ds]?|triple[ds]?',
    'all|every|each|none|most|many|several|few|fewer|majority',
    'mitad|un\\s+tercio|por\\s+ciento|doble|triple',
    'tod[oa]s|cada|ningun[oa]?|much[oa]s|vari[oa]s|poc[oa]s|mayoria',
  )}`,
  'iu',
)

// --- How it was seen --------------------------------------------------------------------------------

const SOURCE = finder(
  'surveys?|surveyed|polls?|polled|questionnaires?|interviews?|interviewed|focus\\s+groups?',
  'reports?|reported|logs?|logged|records?|recorded|registers?|rosters?|attendance|sign-in\\s+sheets?',
  // Not a length of time.
  `(?<!(?:\\p{Nd}|few|${NUMBER_WORDS})\\s)minutes(?!\\s+(?:long|late|each|a\\s))`,
  'data|datasets?|dashboards?|trackers?|spreadsheets?|charts?|scores?|measures?|measured',
  'observ(?:ations?|ed|e)|walk-?throughs?|site\\s+visits?|saw|watched',
  'evaluations?|evaluators?|audits?|reviews?|assessments?|tests?|rubrics?|portfolios?',
  'exit\\s+(?:notes?|tickets?|slips?)|feedback|comments?|quotes?|notes|emails?|e-mails?',
  'told\\s+us|tell\\s+us|sa(?:y|ys|id)(?:\\s+(?:that|so|it|they))?|asked',
  'encuestas?|sondeos?|cuestionarios?|entrevist(?:as?|amos)|grupos?\\s+focal(?:es)?',
  'informes?|reportes?|registros?|bitacoras?|actas?|asistencia|listas?\\s+de\\s+asistencia',
  'datos|tableros?|graficas?|puntajes?|mediciones|medimos',
  'observacion(?:es)?|observamos|vimos|visitas?',
  'evaluacion(?:es)?|auditorias?|pruebas?|comentarios?|notas|correos?',
  'nos\\s+(?:dijeron|dicen|contaron)|dijeron|dicen|preguntamos',
)

// --- Before and after ---------------------------------------------------------------------------------

const NUMBER = new RegExp(
  `\\p{Nd}|%|${words(NUMBER_WORDS, 'one|none|zero|half|uno|cero|mitad')}`,
  'iu',
)

/** Two words of one sentence, in this order, that tell of a change between them. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [finder('before|earlier|at first|at the start|previously'), finder('after|now|today|later')],
  [finder('was|were|had|did'), finder('now|today|since then')],
  [finder('antes|al principio'), finder('ahora|despues|hoy')],
  [finder('era|eran|habia|estaba|estaban|teniamos'), finder('ahora|hoy')],
]

/** The same, if a number stands in the sentence too: "from the hub to members" is no change. */
const SPANS: readonly (readonly [RegExp, RegExp])[] = [
  [finder('from'), finder('to')],
  [finder('de'), finder('al?')],
]

const CHANGED = finder(
  'compared|in\\s+comparison|used\\s+to|no\\s+longer|up\\s+from|down\\s+from|instead\\s+of',
  'increas(?:ed|es?)|decreas(?:ed|es?)|improved|rose|risen|grew|grown|dropped|fell|halved',
  'doubled|tripled|went\\s+(?:up|down)|gone\\s+(?:up|down)',
  'comparad[oa]s?|en\\s+comparacion|ya\\s+no|en\\s+lugar\\s+de|frente\\s+al?',
  'aumento|aumentaron|subio|subieron|crecio|crecieron|mejoro|mejoraron|disminuyo|disminuyeron',
  'se\\s+(?:duplico|redujo)',
  '(?:more|fewer|less|better|worse|higher|lower|faster|sooner|stronger)(?:\\s+\\S+){0,5}\\s+than\\s+' +
    '(?:last|before|earlier|previous|the\\s+(?:first|past|year)|a\\s+year|at|in|when|we|it|they)',
  '(?:mas|menos|mejor|mayor|menor)(?:\\s+\\S+){0,5}\\s+que\\s+(?:antes|el|la|en|hace|al|cuando)',
)

function tellsChange(sentence: string): boolean {
  const hasPair = ([first, second]: readonly [RegExp, RegExp]) => {
    const at = sentence.search(first)
    return at >= 0 && second.test(sentence.slice(at))
  }
  return (
    CHANGED.test(sentence) || PAIRS.some(hasPair) || (NUMBER.test(sentence) && SPANS.some(hasPair))
  )
}
