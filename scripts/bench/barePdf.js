// The bare page's paper: the same facts as the app's three parts, drawn by jsPDF line by line.

let faces

/** Fetches jsPDF and the typefaces. */
export function prepare() {
  faces ??= Promise.all([
    import('./jspdf.js'),
    readFace('./regular.ttf'),
    readFace('./semibold.ttf'),
  ])
  return faces
}

async function readFace(url) {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(text)
}

/** A PDF of the whole sitting on landscape Letter pages. */
export async function makePdf({ rubric, people, strategies, marks }) {
  const [{ jsPDF }, regular, semibold] = await prepare()
  const doc = new jsPDF({ unit: 'pt', format: 'letter', orientation: 'landscape' })
  doc.addFileToVFS('regular.ttf', regular)
  doc.addFont('regular.ttf', 'sans', 'normal')
  doc.addFileToVFS('semibold.ttf', semibold)
  doc.addFont('semibold.ttf', 'sans', 'bold')
  const levelOf = (item, who) => marks.get(`${item.id}/${who.id}`)?.level ?? -1
  let y = 40
  const room = (height) => {
    if (y + height < 580) return
    doc.addPage()
    y = 40
  }
  const write = (text, { x = 36, width = 720, size = 9, style = 'normal' } = {}) => {
    doc.setFont('sans', style).setFontSize(size)
    const lines = doc.splitTextToSize(text, width)
    room(lines.length * size * 1.3)
    doc.text(lines, x, y)
    y += lines.length * size * 1.3
  }
  const row = (text, boxes) => {
    doc.setFont('sans', 'normal').setFontSize(8.5)
    const lines = doc.splitTextToSize(text, 290)
    const cells = boxes.map((initials) => doc.splitTextToSize(initials.join('  '), 98))
    const height = Math.max(lines.length, ...cells.map((cell) => cell.length)) * 11 + 8
    room(height)
    doc.text(lines, 36, y + 10)
    cells.forEach((cell, index) => {
      doc.rect(336 + index * 105, y, 105, height)
      doc.text(cell, 340 + index * 105, y + 10)
    })
    y += height
  }
  const initialsIn = (items) =>
    rubric.scales[0].levels.map((_, level) =>
      people
        .map((who) => [who, items.filter((item) => levelOf(item, who) === level).length])
        .filter(([, count]) => count > 0)
        .map(([{ initials }, count]) => (items.length > 1 ? `${initials}${count}` : initials)),
    )
  write(rubric.title.text, { size: 18, style: 'bold' })
  for (const skill of rubric.sections.flatMap(({ skills }) => skills)) {
    row(skill.name.text, initialsIn(skill.items))
  }
  doc.addPage()
  y = 40
  for (const { name, how, evidence } of strategies) {
    write(name, { size: 11, style: 'bold' })
    write(how)
    write(evidence)
    y += 6
  }
  for (const section of rubric.sections) {
    doc.addPage()
    y = 40
    write(section.name.text, { size: 14, style: 'bold' })
    for (const skill of section.skills) {
      write(skill.name.text, { size: 10, style: 'bold' })
      for (const item of skill.items) row(`${item.number} ${item.text}`, initialsIn([item]))
      y += 6
    }
  }
  return doc.output('blob')
}
