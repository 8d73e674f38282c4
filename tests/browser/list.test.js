import {strict as assert} from 'node:assert'
import {readFile} from 'node:fs/promises'
import {journey} from './support/journey.js'
import {follow, press, sees} from './support/sv.js'

const list = '/processer/rus-2050/inspel'
const titles = page => page.locator('.inspel-row h2').allInnerTexts()
const counted = async page => Number((await page.locator('.result h2').innerText()).match(/\d+/)[0])

async function pagedThrough(page) {
  const seen = await titles(page)
  while (await page.getByRole('link', {name: 'Nästa'}).count() > 0) {
    await follow(page, 'Nästa')
    seen.push(...await titles(page))
  }
  return seen
}

// What stands in quotes may hold line ends, so rows are counted by their numbers.
async function rowsOfFile(page) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', {name: 'Hämta urvalet som CSV'}).click()
  const text = await readFile(await (await waiting).path(), 'utf8')
  return text.match(/^"\d+","\d{4}-/gm)?.length ?? 0
}

journey('every page of the list together holds what the count says, each inspel once', async ({citizen}) => {
  const page = await citizen()
  await page.goto(list)
  const total = await counted(page)
  const references = []
  for (;;) {
    references.push(...(await page.locator('.inspel-row .meta').allInnerTexts()).map(line => line.match(/I-\d+/)[0]))
    if (await page.getByRole('link', {name: 'Nästa'}).count() === 0) break
    await follow(page, 'Nästa')
  }
  assert.equal(references.length, total)
  assert.equal(new Set(references).size, total)
  await follow(page, 'Första sidan')
  assert.equal(new URL(page.url()).search, '')
})

journey('filters narrow the list, stay chosen over its pages, and reach the file', async ({citizen}) => {
  const page = await citizen()
  await page.goto(list)
  const all = await counted(page)
  await page.getByLabel('Avsändare').selectOption('Förening')
  await page.getByLabel('Utfall', {exact: true}).selectOption('Tillgodosett')
  await press(page, 'Sök')
  const narrowed = await counted(page)
  assert.ok(narrowed > 0 && narrowed < all)
  assert.equal(await page.getByLabel('Avsändare').inputValue(), 'civil_society')
  assert.equal(await rowsOfFile(page), narrowed)
  assert.equal((await pagedThrough(page)).length, narrowed)
  for (const badges of await page.locator('.inspel-row').allInnerTexts()) assert.match(badges, /tillgodosed/)
})

journey('a search finds other forms of the word, and says so when nothing fits', async ({citizen}) => {
  const page = await citizen()
  await page.goto(list)
  await page.getByLabel('Sökord').fill('bussarna')
  await press(page, 'Sök')
  assert.ok(await counted(page) > 0)
  await page.getByLabel('Sökord').fill('kärnfysik')
  await press(page, 'Sök')
  await sees(page, 'Inget inspel nämner ”kärnfysik”. Pröva färre ord')
})
