import {strict as assert} from 'node:assert'
import {spawnSync} from 'node:child_process'
import {journey} from './support/journey.js'
import {
  answer, follow, freeze, heading, openFrom, press, process, publishAnswers, sees, sendReferral, split,
} from './support/sv.js'

const desk = `${process}/handlaggning`
const words = 'Tåget mellan Östersund och Trondheim ska gå tre gånger om dagen.'
const today = new Date().toISOString().slice(0, 10)

// As long as forty printed pages: twenty chapters of twelve paragraphs, with lists, tables and footnotes.
function plan() {
  const chapter = k => `\n# Kapitel ${k}\n${Array.from({length: 12}, (_, n) => `
Stycke ${n + 1} i kapitel ${k} handlar om vägar, skolor och arbete i hela länet. Där avstånden är långa ska varje by
veta vilken service den kan räkna med, och vem som svarar för den. Det gäller bussen, sjukstugan, affären och
bredbandet lika mycket som vägen fram till dem, och det följs upp varje år.[^${k}a${n}]

[^${k}a${n}]: Not till stycke ${n + 1}.
`).join('')}\n1. ett\n2. två\n\n| Mål | År |\n|---|---|\n| Tåg | 2030 |\n`
  return `% Transportplan\n${Array.from({length: 20}, (_, k) => chapter(k + 1)).join('')}`
}

// By pandoc, which only this journey needs; without it the same text goes in as Markdown.
function planFile() {
  const made = spawnSync('pandoc', ['--from=markdown', '--to=docx', '--output=-'], {input: plan(), maxBuffer: 1e7})
  if (made.status === 0) return {name: 'plan.docx', mimeType: 'application/octet-stream', buffer: made.stdout}
  console.log('skipped: a DOCX (pandoc is not installed, which makes it)')
  return {name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from(plan().replace('% ', '# ').replaceAll(/^# Kap/gm, '## Kap').replaceAll(/^.*\[\^.*$/gm, 'Ord.'))}
}

async function importText(leader) {
  await leader.goto(`${desk}/texter`)
  await leader.getByLabel('Rubrik').fill('Transportplan')
  await leader.getByLabel('Beteckning').fill('TP')
  await leader.getByLabel('Fil').setInputFiles(planFile())
  await press(leader, 'Börja texten')
  await sees(leader, 'Kapitel 20')
  await freeze(leader, 'referral', 'Remissversion')
  await sees(leader, 'Stycke 12 i kapitel 20')
  await sees(leader, 'Not till stycke 12.')
}

async function answerReferral(writer, approver, link) {
  await writer.goto(link)
  await writer.getByLabel('Tillstyrker', {exact: true}).check()
  await writer.getByLabel('Om helheten').fill(words)
  await writer.getByLabel('Vem har skrivit svaret?').fill('Anna')
  await press(writer, 'Låt en andra person godkänna det först')
  const approval = (await writer.locator('body').innerText()).replaceAll(/\s/g, '').match(/\/processer\/oversyn\/remiss\/godkannande\/[\w-]+?(?=[^\w-]|Ändra|$)/)[0]
  await approver.goto(approval)
  await sees(approver, words)
  await approver.getByLabel('Ditt namn').fill('Bertil')
  await press(approver, 'Godkänn och skicka')
  await sees(approver, 'Tack, vi har tagit emot ditt inspel')
  return approver.url()
}

async function answerIssue(leader, scripts) {
  await openFrom(leader, 'granska', 'Remissvar från Bergs kommun')
  await press(leader, 'Publicera och dela upp')
  await split(leader, words, scripts)
  const number = Number(leader.url().match(/inspel\/(\d+)/)[1])
  await answer(leader, 'Tillgodosett', 'Det skrivs in i planen.')
  await publishAnswers(leader)
  return number
}

async function changeText(leader, number) {
  await leader.goto(`${desk}/texter/TP`)
  await leader.locator('.par', {hasText: 'Stycke 1 i kapitel 1 '}).getByRole('link').last().click()
  const area = leader.locator('#text')
  await area.fill(`${words} ${await area.inputValue()}`)
  await leader.getByLabel('Synpunkter som ligger bakom ändringen').first().fill(`I-${number}.1`)
  await press(leader, 'Spara')
}

async function decide(leader) {
  await leader.goto(`${desk}/saknas`)
  await leader.getByLabel('Varför?').fill('Resten besvaras i översynen.')
  await press(leader, 'Gå vidare trots det')
  await leader.goto(`${desk}/texter/TP`)
  await freeze(leader, 'proposal', 'Förslag')
  await leader.goto(`${desk}/beslut/nytt`)
  await leader.getByLabel('Beslutat av').selectOption({index: 0})
  await leader.getByLabel('Beslutat den').fill(today)
  await leader.getByLabel('Paragraf').fill('§ 12')
  await leader.getByLabel('Diarienummer').fill('RUN/1/2026')
  await leader.getByLabel('Vad som beslutades').fill('Planen antas.')
  await leader.getByLabel('Skriv besluta för att bekräfta').fill('besluta')
  await press(leader, 'Spara')
}

journey('a text is imported, sent out, answered by two, changed, reported and decided, and its way walked back',
  async ({citizen, staff, scripts, server}) => {
    const leader = await staff('Processledare')
    await importText(leader)
    const link = await sendReferral(leader, 'Transportplan, Remissversion')
    const receipt = await answerReferral(await citizen(), await citizen(), link)
    const number = await answerIssue(leader, scripts)
    await changeText(leader, number)
    await decide(leader)

    const page = await citizen()
    await page.goto(receipt)
    await sees(page, 'Det skrivs in i planen.')
    const trace = page.locator('ol.trace')
    await trace.getByRole('link', {name: /^Ä-/}).click()
    await sees(page, words)
    await page.getByRole('link', {name: /^Beslut B-/}).click()
    await sees(page, '§ 12')
    await follow(page, 'Samrådsredogörelsen')
    await sees(page, 'Synpunkter, svar och ändringar, efter avsnitt')
    const whole = await page.request.get(`${process}/samradsredogorelse/html`)
    assert.match(await whole.text(), /Det skrivs in i planen\./)
    const file = await page.request.get(`${process}/samradsredogorelse/docx`)
    assert.equal(file.status(), 200)
    assert.equal((await file.body()).subarray(0, 2).toString(), 'PK')
    await follow(page, 'Vad ändrades')
    await follow(page, 'Transportplan')
    assert.match(await heading(page).innerText(), /Vad har ändrats/)
  })

// Counted: a click, or a key that is pressed, from the queue to the saved answer. Writing the answer is not counted.
journey('an issue is answered with six keys or clicks next to the writing', async ({staff}) => {
  const leader = await staff('Handläggare')
  await leader.waitForFunction(() => document.readyState === 'complete')
  let counted = 0
  const key = async name => { ++counted; await leader.keyboard.press(name) }
  await key('j')
  await Promise.all([leader.waitForURL('**/handlaggning/inspel/**'), key('Enter')])
  await leader.waitForFunction(() => document.readyState === 'complete')
  await key('2')
  assert.equal(await leader.getByLabel('Delvis tillgodosett', {exact: true}).isChecked(), true)
  await key('Tab')
  while (await leader.evaluate(() => document.activeElement.id !== 'svar') && counted < 20) await key('Tab')
  await leader.keyboard.type('Turen senareläggs med en halvtimme.')
  await Promise.all([leader.waitForEvent('load'), key('Control+Enter')])
  assert.ok(counted <= 6, `it took ${counted}`)
  console.log(`an issue is answered with ${counted} keys next to the writing`)
}, {only: 'on'})
