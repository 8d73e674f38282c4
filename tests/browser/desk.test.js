import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {arrive, follow, press, process, sees} from './support/sv.js'

const desk = `${process}/handlaggning`
const prepared = 20

// Presses keys as a person would, and counts them. A chord is as many keys as it has.
function keyboard(page) {
  let pressed = 0
  const one = async key => {
    pressed += key.split('+').length
    await page.keyboard.press(key)
  }
  return {
    press: one,
    leads: key => arrive(page, () => one(key)),
    count: () => pressed,
  }
}

async function readIn(page) {
  await follow(page, 'Importera från fil')
  const rows = Array.from({length: prepared}, (_, i) => `Buss ${i + 1} mot byn behöver gå senare på kvällen.,2326`)
  await page.getByLabel('Fil').setInputFiles({
    name: 'kvallar.csv', mimeType: 'text/csv', buffer: Buffer.from(`text,kommun\n${rows.join('\n')}\n`),
  })
  await press(page, 'Importera alla rader')
}

async function addBlock(page) {
  await page.goto(`${desk}/textblock`)
  await page.getByLabel('Rubrik').fill('Tack')
  await page.getByLabel('Text', {exact: true}).fill('Tack för ditt inspel. Vi tar det med oss till arbetet med kollektivtrafiken.')
  await press(page, 'Lägg till textblocket')
}

journey('twenty inspel are reviewed, split and answered by keys: at most four each for the simple ones and five an answer',
  async ({staff}) => {
    const page = await staff('Handläggare')
    await readIn(page)
    await addBlock(page)
    const keys = keyboard(page)

    await page.goto(`${desk}/granska`)
    await keys.press('j')
    await keys.leads('Enter')
    let reviewed = 0
    for (; reviewed < 100 && /inspel\/\d+/.test(page.url()); ++reviewed) await keys.leads('p')
    assert.ok(reviewed >= prepared, `${reviewed} were reviewed`)

    await page.goto(`${desk}/dela`)
    await keys.press('j')
    await keys.leads('Enter')
    let split = 0
    for (; split < 100 && /inspel\/\d+/.test(page.url()); ++split)
      await keys.leads(await page.locator('[data-key=h]').count() > 0 ? 'h' : 'r')
    assert.ok(split >= prepared, `${split} were split`)
    const forBoth = keys.count() / Math.min(reviewed, split)
    assert.ok(forBoth <= 4, `${forBoth} keys for each inspel`)

    const before = keys.count()
    await page.goto(`${desk}?ansvarig=`)
    await keys.press('j')
    await keys.leads('Enter')
    for (let i = 0; i < prepared; ++i) {
      await keys.press('4')
      await keys.press('b')
      await keys.leads('Enter')
      await keys.leads('Control+Enter')
    }
    const forAnswer = (keys.count() - before - 2) / prepared
    assert.ok(forAnswer <= 5, `${forAnswer} keys for each answer`)
    await page.goto(`${desk}/svar`)
    await sees(page, 'Tack för ditt inspel.')
  }, {only: 'on'})

journey('the list: what is chosen by keys is published, and Z undoes it', async ({staff}) => {
  const page = await staff('Handläggare')
  await readIn(page)
  await page.goto(`${desk}/lista?lage=granska&q=kv%C3%A4llen`)
  await sees(page, '20 träffar')
  await page.keyboard.press('a')
  await arrive(page, () => page.keyboard.press('p'))
  await sees(page, '20 rader ändrades.')
  await arrive(page, () => page.keyboard.press('z'))
  await sees(page, '20 rader återställdes.')
  await page.keyboard.press('?')
  assert.equal(await page.locator('details.help').evaluate(one => one.open), true)
}, {only: 'on'})

journey('the list works without scripts: tick, choose an act, read what came of it', async ({staff}) => {
  const page = await staff('Handläggare')
  await readIn(page)
  await page.goto(`${desk}/lista?lage=granska&q=kv%C3%A4llen`)
  for (const box of (await page.locator('table.queue input[type=checkbox]').all()).slice(0, 2)) await box.check()
  await arrive(page, () => page.locator('button[value=publicera]').click())
  await sees(page, '2 rader ändrades.')
  await sees(page, '18 träffar')
})

journey('what is being written is kept by the script, and offered when the page is opened again', async ({staff}) => {
  const page = await staff('Handläggare')
  await page.goto(desk)
  await page.keyboard.press('j')
  await arrive(page, () => page.keyboard.press('Enter'))
  await page.keyboard.press('s')
  await page.keyboard.type('En halvtimmes arbete')
  await page.getByText('Utkastet sparades').waitFor({timeout: 20_000})
  page.on('dialog', dialog => dialog.accept())
  await page.reload()
  await sees(page, 'Du har ett utkast från')
  await follow(page, 'Fortsätt på det')
  assert.equal(await page.getByLabel('Svar och skäl').inputValue(), 'En halvtimmes arbete')
}, {only: 'on'})

journey('a draft is kept by its button without scripts, and can be thrown away', async ({staff}) => {
  const page = await staff('Handläggare')
  await page.goto(desk)
  await arrive(page, () => page.locator('table.queue tbody th a').first().click())
  await page.getByLabel('Svar och skäl').fill('Halvvägs')
  await press(page, 'Spara utkast')
  assert.equal(await page.getByLabel('Svar och skäl').inputValue(), 'Halvvägs')
  await press(page, 'Ta bort utkastet')
  await sees(page, 'Utkastet är borttaget.')
  assert.equal(await page.getByLabel('Svar och skäl').inputValue(), '')
})
