// What a week's work costs, in keys: sixty inspel that have come are reviewed and split, and forty of their issues are answered.
// The first way into a queue is J and Enter; the writing itself is not counted.
import {strict as assert} from 'node:assert'
import {arrive, process, sees} from './support/sv.js'
import {journey} from './support/journey.js'

const places = ['Gäddede', 'Funäsdalen', 'Hammerdal', 'Bräcke', 'Svenstavik', 'Hede']
const wishes = ['bussen', 'fibern', 'skolan', 'vårdcentralen', 'vägen', 'lanthandeln', 'biblioteket', 'isbanan', 'badet', 'posten']
const inspel = places.flatMap(place => wishes.map(wish => ({
  title: `Om ${wish} i ${place}`, text: `Vi vill att regionen gör mer för ${wish} i ${place}, så att fler kan bo kvar året om.`,
})))

// Goes through a queue, from its first row to its last, with the keys that `act` presses for each.
async function walk(desk, queue, most, act) {
  await desk.goto(`${process}/handlaggning${queue}`)
  await desk.keyboard.press('j')
  await arrive(desk, () => desk.keyboard.press('Enter'))
  let keys = 2
  let done = 0
  while (done < most && desk.url().includes('/handlaggning/inspel/')) {
    keys += await act()
    ++done
  }
  return {keys, done, each: keys / done}
}

journey('sixty inspel are reviewed and split, and forty issues answered, with few keys each', async ({server, staff}) => {
  server.import('inspel', ['rubrik;text', ...inspel.map(({title, text}) => `${title};${text}`)].join('\n'))
  const desk = await staff('Handläggare')
  const pressed = keys => async () => {
    for (const key of keys.slice(0, -1)) await desk.keyboard.press(key)
    await arrive(desk, () => desk.keyboard.press(keys.at(-1)))
    return keys.length
  }

  const reviewed = await walk(desk, '/granska', 100, pressed(['p']))
  assert.ok(reviewed.done >= inspel.length, `${reviewed.done} were reviewed`)
  const split = await walk(desk, '/dela', 100, pressed(['h']))
  assert.ok(split.done >= inspel.length, `${split.done} were split`)
  const keysOfBoth = reviewed.each + split.each
  assert.ok(keysOfBoth <= 4, `an inspel took ${keysOfBoth} keys`)

  const answered = await walk(desk, '', 40, async () => {
    await desk.keyboard.press('1')
    await desk.keyboard.press('s')
    await desk.keyboard.type('Vi tar med det i planen.')
    await arrive(desk, () => desk.keyboard.press('Control+Enter'))
    return 3
  })
  assert.equal(answered.done, 40)
  assert.ok(answered.each <= 5, `an answer took ${answered.each} keys`)
  console.log(`an inspel is reviewed and split with ${keysOfBoth.toFixed(1)} keys, and an issue answered with ${answered.each.toFixed(1)}`)

  await desk.goto(`${process}/handlaggning/granska`)
  await sees(desk, 'Inget')
  await desk.goto(`${process}/handlaggning/svar`)
  const held = await desk.locator('body').innerText()
  assert.ok(held.split('Vi tar med det i planen.').length > 20, 'the answers are not held back to be published')
}, {only: 'on', minutes: 5})
