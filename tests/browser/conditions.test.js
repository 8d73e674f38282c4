// What the region is like in numbers, from a file to what it is used for: an analyst's, a citizen's and a steering group's way.
import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {arrive, doesNotSee, follow, press, process, sees} from './support/sv.js'

const desk = `${process}/handlaggning`
const paragraph = 'RUS-2.2-p2'

// Jobs in three municipalities and three industries in two years, as Statistics Sweden's PX files have them.
const px = hotels => Buffer.from(`CHARSET="ANSI";
CODEPAGE="utf-8";
LANGUAGE="sv";
TITLE="Jobb per kommun";
SOURCE="Påhittad källa";
STUB="region","näringsgren";
HEADING="år";
VALUES("region")="2326 Berg","2380 Östersund","2305 Bräcke";
VALUES("näringsgren")="55 Hotell","41 Byggande","03 Fiske";
VALUES("år")="2015","2019";
DATA=
100 ${hotels}
200 210
40 30
300 310
900 950
90 95
60 55
400 380
40 45;
`)

async function keep(analyst, hotels, {replaces} = {}) {
  await analyst.goto(`${desk}/underlag/inlasning`)
  await analyst.getByLabel('Fil med statistik').setInputFiles({name: 'jobb.px', mimeType: 'application/octet-stream', buffer: px(hotels)})
  await press(analyst, 'Visa hur filen tolkas')
  await sees(analyst, 'Hotell')
  await analyst.getByLabel('Licens').fill('CC0')
  if (replaces) await analyst.getByLabel('Ersätter den tidigare statistik?').selectOption({label: replaces})
  await press(analyst, 'Spara så att alla kan se den')
}

const numberIn = (page, pattern) => page.url().match(pattern)[1]

async function analyse(analyst) {
  await analyst.getByLabel('Specialisering', {exact: true}).check()
  await analyst.getByLabel('Vilket område gäller det?').selectOption('2326')
  await press(analyst, 'Gör analysen')
  return numberIn(analyst, /korningar\/(\d+)/)
}

async function citeInParagraph(analyst) {
  await analyst.getByLabel('Siffra', {exact: true}).selectOption({label: await optionWith(analyst, 'Siffra', 'Hotell')})
  await analyst.getByLabel('Stycke som hänvisar till siffran').fill(paragraph)
  await press(analyst, 'Koppla siffran till stycket')
}

async function optionWith(page, label, ...words) {
  const texts = await page.getByLabel(label, {exact: true}).locator('option').allInnerTexts()
  return texts.find(text => words.every(word => text.includes(word)))
}

async function citeForPriority(analyst, run) {
  await analyst.goto(`${desk}/prioriteringar/1`)
  const chosen = await optionWith(analyst, 'Ännu en siffra', `A-${run}`, 'Hotell')
  await analyst.getByLabel('Ännu en siffra', {exact: true}).selectOption({label: chosen})
  await press(analyst, 'Koppla siffran till prioriteringen')
}

journey('an analyst drops a PX file, makes a run, cites it in a paragraph and a priority, and sees what goes amber when the data is replaced',
  async ({staff, citizen}) => {
    const analyst = await staff('Redaktör')
    await keep(analyst, 150)
    const dataset = numberIn(analyst, /data\/(\d+)/)
    const run = await analyse(analyst)
    await citeInParagraph(analyst)
    await citeForPriority(analyst, run)

    const reader = await citizen()
    const ends = [`${process}/stycke/${paragraph}`, `${process}/prioriteringar/1`]
    for (const end of ends) {
      await reader.goto(end)
      await reader.getByRole('link', {name: `analys A-${run}`}).first().click()
      await sees(reader, 'Används i')
      await sees(reader, 'P-1')
      assert.equal(await reader.getByRole('link', {name: paragraph}).count() > 0, true)
    }

    await keep(analyst, 75, {replaces: `D-${dataset} Jobb per kommun`})
    for (const end of ends) {
      await reader.goto(end)
      await sees(reader, 'Att se över')
      await sees(reader, 'Data ersattes')
    }
    await reader.goto(`${process}/forutsattningar/korningar/${run}`)
    await sees(reader, 'Analysen är gjord på statistik som har en nyare version')

    const looked = () => analyst.getByRole('button', {name: 'Jag har läst stycket: texten behöver inte ändras'}).first().click()
    for (const _ of ends) {
      await analyst.goto(`${desk}/underlag`)
      await arrive(analyst, looked)
    }
    for (const end of ends) {
      await reader.goto(end)
      await doesNotSee(reader, 'Att se över')
    }
  }, {minutes: 2})

journey('a citizen goes from a municipality on the map to an inspel about it', async ({citizen}) => {
  const page = await citizen()
  await page.goto('/')
  await follow(page, 'Översyn av strategin 2026–2027')
  await page.goto(`${process}/forutsattningar`)
  await page.getByRole('link', {name: /analys A-7/}).first().click()
  await page.locator('figure#karta svg:visible a.pt').first().focus()
  await page.keyboard.press('Enter')
  assert.match(page.url(), /#k-\d{4}$/)
  const code = page.url().slice(-4)
  const row = page.locator(`tr#k-${code}`)
  const name = (await row.locator('th').innerText()).split('\n')[0].trim()
  await row.getByRole('link', {name: /Lämna (ett )?inspel/}).click()
  assert.match(await page.getByLabel('Rubrik').inputValue(), /^Om A-7: /)
  assert.ok((await page.getByLabel('Rubrik').inputValue()).includes(name.split(' ')[0]), name)
  assert.equal(await page.getByLabel('Kommun').inputValue(), code)
  await page.getByLabel('Ditt inspel').fill('Affären stängde i våras, så siffran stämmer inte längre.')
  await press(page, 'Skicka inspelet')
  await sees(page, 'Tack, vi har tagit emot ditt inspel')
})

journey('a member of the steering group weighs by points, and reads of an earlier weighing how each kind of actors weighed', async ({citizen}) => {
  const page = await citizen()
  await page.goto(`${process}/prioriteringar`)
  await follow(page, 'Väg prioriteringarna')
  const points = page.locator('#poang')
  await points.locator('select').first().selectOption({index: 1})
  const numbers = points.locator('input[type=number]')
  const many = await numbers.count()
  for (let k = 0; k < many; ++k) await numbers.nth(k).fill(k === 0 ? '70' : k === 1 ? '40' : '0')
  await press(page, 'Skicka mina poäng')
  await sees(page, 'Summan blir 110')
  await page.locator('#poang').locator('input[type=number]').nth(1).fill('30')
  await press(page, 'Skicka mina poäng')
  await sees(page, 'Tack')

  await page.goto('/processer/rus-2050/prioriteringar')
  await page.getByRole('link', {name: /Så vägde deltagarna/}).first().click()
  await sees(page, 'Företag')
  await sees(page, 'Forskning')
  await sees(page, 'av 100')
})
