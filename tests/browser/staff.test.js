import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {
  answer, doesNotSee, follow, inspel, openFrom, press, process, publish, publishAnswers, sees, sendInspel, split, status,
} from './support/sv.js'

journey('an inspel is reviewed, split and answered, and the sender and everybody else see the answer',
  async ({citizen, staff, scripts}) => {
    const page = await citizen()
    const {address} = await sendInspel(page)

    const desk = await staff('Handläggare')
    await publish(desk)
    await openFrom(desk, 'dela', inspel.title)
    await split(desk, inspel.quote, scripts)
    await split(desk, inspel.second, scripts)
    await page.reload()
    await sees(page, 'Inväntar svar')

    await answer(desk, 'Delvis tillgodosett', 'Turen senareläggs med en halvtimme.')
    await answer(desk, 'Noterat', 'Kartan över bredband ritas om i vår.')
    await page.reload()
    await doesNotSee(page, 'Turen senareläggs med en halvtimme.')
    await publishAnswers(desk)

    await page.reload()
    await sees(page, 'Turen senareläggs med en halvtimme.')
    await sees(page, 'Kartan över bredband ritas om i vår.')
    await page.goto(`${process}/inspel`)
    await page.getByLabel('Sökord').fill('bussarna gäddede')
    await press(page, 'Sök')
    await follow(page, inspel.title)
    await sees(page, 'Delvis tillgodosett')
    await sees(page, '2 av 2 besvarade')
    await page.goto(address)
    await follow(page, 'Se hur det visas för andra')
    await sees(page, 'Turen senareläggs med en halvtimme.')
  })

journey('alike issues are joined and answered once, and both senders get it', async ({citizen, staff, scripts}) => {
  const page = await citizen()
  const first = await sendInspel(page)
  const second = await sendInspel(page, {title: 'Även vi', text: 'Bussen går för tidigt för oss också.'})
  const desk = await staff('Processledare')
  await publish(desk)
  await split(desk, inspel.quote, scripts)
  await publish(desk, 'Även vi')
  await split(desk, 'Bussen går för tidigt för oss också.', scripts)

  await desk.goto(`${process}/handlaggning`)
  for (const words of ['Bussen mot Gäddede', 'Bussen går för tidigt'])
    await desk.getByRole('row').filter({hasText: words}).getByRole('checkbox').check()
  await desk.getByLabel('Med de valda:').selectOption('grupp')
  await press(desk, 'Utför')
  await desk.getByRole('row').filter({hasText: 'Bussen mot Gäddede'}).getByRole('link').click()
  assert.equal(await desk.getByRole('group', {name: 'De här synpunkterna får samma svar'}).getByRole('checkbox').isChecked(), true)
  await answer(desk, 'Tillgodosett', 'Tidtabellen ändras.')
  await publishAnswers(desk)

  for (const {address} of [first, second]) {
    await page.goto(address)
    await sees(page, 'Tidtabellen ändras.')
  }
})

journey('a declined inspel is not shown, and its sender reads why', async ({citizen, staff}) => {
  const page = await citizen()
  const {address} = await sendInspel(page)
  const moderator = await staff('Granskare')
  await openFrom(moderator, 'granska', inspel.title)
  await moderator.locator('summary', {hasText: 'Avvisa det'}).click()
  assert.equal(await status(moderator, () => press(moderator, 'Avvisa inspelet')), 422)
  await sees(moderator, 'Välj ett skäl')
  await sees(moderator, 'Skriv varför. Avsändaren läser det')
  await moderator.getByLabel('Det berättar om någon annans privatliv').check()
  await moderator.getByLabel('Till avsändaren').fill('Skriv om bussen utan att nämna grannen.')
  await press(moderator, 'Avvisa inspelet')
  await doesNotSee(moderator, inspel.title)

  await page.goto(address)
  await sees(page, 'Vi publicerar inte inspelet. Skäl: det berättar om någon annans privatliv.')
  await sees(page, 'Skriv om bussen utan att nämna grannen.')
  await page.goto(`${process}/inspel`)
  await doesNotSee(page, inspel.title)
})

journey('what the sender adds is read before it is shown', async ({citizen, staff}) => {
  const page = await citizen()
  const {address} = await sendInspel(page)
  await page.getByText('Lägg till något').click()
  await page.getByLabel('Vad vill du lägga till?').fill('Det gäller också helgerna.')
  await press(page, 'Komplettera inspelet')
  const moderator = await staff('Granskare')
  await publish(moderator, inspel.title, 'Publicera inspelet')
  await page.goto(address)
  await follow(page, 'Se hur det visas för andra')
  await doesNotSee(page, 'Det gäller också helgerna.')
  await press(moderator, 'Visa tillägget')
  await page.reload()
  await sees(page, 'Det gäller också helgerna.')
})

journey('a letter is entered, and its form is ready for the next', async ({staff}) => {
  const desk = await staff('Granskare')
  await follow(desk, 'Registrera inspel')
  await desk.getByLabel('Hur kom det in?').selectOption('Telefon')
  await desk.getByLabel('Inspelet', {exact: true}).fill('Plogvägen behöver plogas.')
  await press(desk, 'Spara och registrera nästa')
  await sees(desk, 'Det väntar på granskning')
  assert.equal(await desk.getByLabel('Inspelet', {exact: true}).inputValue(), '')
  assert.equal(await desk.getByLabel('Hur kom det in?').inputValue(), 'phone')
})

journey('a table with a wrong row is refused with the row named, and read in when it is right', async ({staff}) => {
  const desk = await staff('Handläggare')
  await follow(desk, 'Importera från fil')
  const table = text => ({name: 'verkstad.csv', mimeType: 'text/csv', buffer: Buffer.from(text)})
  await desk.getByLabel('Fil').setInputFiles(table('text,kommun\nVi vill ha fler möten.,9999\n'))
  await press(desk, 'Prova utan att spara')
  await sees(desk, 'Välj en av kommunerna')
  await desk.getByLabel('Fil').setInputFiles(table('text,kommun\nVi vill ha fler möten.,2326\n'))
  await press(desk, 'Importera alla rader')
  await sees(desk, '1 inspel är importerat och väntar på granskning')
})

journey('a session ends when its owner signs out', async ({staff, server}) => {
  const desk = await staff('Läsare')
  await press(desk, 'Logga ut')
  assert.equal((await desk.goto(`${process}/handlaggning`)).status(), 403)
  assert.equal((await desk.goto(server.signInPath('Läsare'))).status(), 410)
})
