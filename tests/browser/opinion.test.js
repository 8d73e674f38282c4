import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {arrive, follow, press, process, sees} from './support/sv.js'

const place = `${process}/aktiviteter/oversyn-pastaenden`
const desk = `${process}/handlaggning/pastaenden/oversyn-pastaenden`
const statement = page => page.locator('blockquote#att-svara-pa').innerText()

journey('a citizen votes, changes an answer, and finds themselves on the map', async ({citizen}) => {
  const page = await citizen()
  await page.goto(place)
  await follow(page, 'Ta ställning till påståenden')
  assert.deepEqual(await page.context().cookies(), [])
  const first = await statement(page)
  await press(page, 'Instämmer')
  await sees(page, 'Du har svarat på 1 av 24')
  assert.notEqual(await statement(page), first)
  const [cookie] = await page.context().cookies()
  assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Lax'])

  await page.locator('summary', {hasText: 'Dina svar'}).click()
  await follow(page, 'Ändra')
  assert.equal(await statement(page), first)
  await press(page, 'Avstår')
  await sees(page, 'Du har svarat på 1 av 24')
  await follow(page, 'Var finns jag?')
  await sees(page, 'Rösta på 6 påståenden till för att placeras på kartan')
})

journey('a citizen answers every statement, is told what follows, and finds themselves on the map', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${place}/pastaenden`)
  for (let answered = 1; answered <= 24; ++answered) {
    await press(page, 'Instämmer')
    await page.waitForURL(/#att-svara-pa$/)
    assert.equal(await page.evaluate(() => document.activeElement.id), 'att-svara-pa')
  }
  await sees(page, 'Du har svarat på alla påståenden')
  await sees(page, 'Sedan stängs röstningen')
  await follow(page, 'Var finns jag?')
  await sees(page, 'Din plats är utmärkt på kartan')
})

journey('statements are voted on with three keys', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${place}/pastaenden`)
  for (const [answered, key] of ['1', '2', '3'].entries()) {
    await page.keyboard.press(key)
    await page.getByText(`Du har svarat på ${answered + 1} av 24`).waitFor()
  }
}, {only: 'on'})

journey('a statement of one\'s own is held against what is said, read by staff, and voted on', async ({citizen, staff}) => {
  const page = await citizen()
  await page.goto(`${place}/pastaenden`)
  await page.getByLabel('Ditt påstående').fill('Strategin från 2021 har märkts i vardagen.')
  await press(page, 'Skicka påståendet')
  await sees(page, 'Det finns redan ett liknande påstående')
  await page.getByLabel('Ditt påstående').fill('Isbanor ska få kosta.')
  await press(page, 'Skicka det ändå')
  await sees(page, 'Vi granskar ditt påstående innan det visas')

  const moderator = await staff('Granskare')
  await moderator.goto(desk)
  assert.equal(await statement(moderator), 'Isbanor ska få kosta.')
  await press(moderator, '1 Visa påståendet')
  await sees(moderator, 'Inget väntar')
  await press(moderator, 'Ångra')
  await press(moderator, '1 Visa påståendet')
  await page.goto(`${place}/pastaenden?nummer=25`)
  assert.equal(await statement(page), 'Isbanor ska få kosta.')
})

journey('a voter takes back every vote', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${place}/pastaenden`)
  await press(page, 'Instämmer')
  await page.getByText('Ta tillbaka dina röster').click()
  await press(page, 'Ta tillbaka alla mina röster')
  await sees(page, 'Dina röster är raderade')
  await sees(page, 'Du har svarat på 0 av 24')
})

journey('staff make an inspel of a statement, and both pages lead to each other', async ({staff}) => {
  const page = await staff('Processledare')
  await page.goto(desk)
  await arrive(page, () => page.getByRole('button', {name: 'Gör ett inspel av påståendet'}).first().click())
  await arrive(page, () => page.getByRole('link', {name: /^I-\d+$/}).first().click())
  await press(page, 'Publicera och dela upp')
  await page.goto(`${place}/resultat`)
  await arrive(page, () => page.getByRole('link', {name: /^I-\d+$/}).first().click())
  await follow(page, 'Se hur deltagarna röstade om påstående 1')
  await sees(page, 'Det här förenar')
})

journey('a screen reader hears the statement, three answers alike, and the map with its tables', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${place}/pastaenden`)
  const words = await statement(page)
  const form = await page.getByRole('form', {name: words}).ariaSnapshot()
  for (const said of ['- heading "Vad tycker du? Du har svarat på 0 av 24" [level=1]', `- blockquote: ${words}`,
    '- button "Instämmer"', '- button "Instämmer inte"', '- button "Avstår"'])
    assert.ok(form.includes(said), `${said} is not in:\n${form}`)

  await follow(page, 'Se åsiktskartan')
  const result = await page.getByRole('main').ariaSnapshot()
  for (const said of ['- img "Åsiktskarta med 2 grupper ', '- heading "Det här förenar" [level=2]',
    '- heading "Fler för än väntat" [level=2]', '- heading "Här går åsikterna isär" [level=2]', '- region "Alla påståenden"',
    '- table "Alla påståenden"', '- columnheader "A instämmer"'])
    assert.ok(result.includes(said), `${said} is not in:\n${result.slice(0, 4000)}`)
})

journey('a moderator takes a statement away for a reason by one key, and regrets it', async ({citizen, staff}) => {
  const moderator = await staff('Granskare')
  await moderator.goto(desk)
  await arrive(moderator, () => moderator.getByRole('link', {name: /^Ta bort det\W+Påstående 1$/}).click())
  await arrive(moderator, () => moderator.keyboard.press('4'))
  await sees(moderator, 'Påstående 1: Är en ledande fråga.')
  const page = await citizen()
  await page.goto(`${place}/granskning`)
  await sees(page, 'Är en ledande fråga')
  await press(moderator, 'Ångra')
  await sees(moderator, 'Påstående 1: Visas.')
}, {only: 'on'})
