import {strict as assert} from 'node:assert'
import {after, before, test} from 'node:test'
import {launch} from './support/chromium.js'
import {startServer} from './support/server.js'
import {complaints, weighing} from './support/look.js'
import {process} from './support/sv.js'
import {readersStops, settle, staffStops} from './support/tour.js'
import {signIn, visit} from './support/visitor.js'

const most_bytes = 60_000
let browser, server, leader, world

before(async () => {
  browser = await launch()
  server = await startServer()
  leader = await signIn(browser, server, 'Processledare')
  const reader = await visit(browser, server)
  world = {server, ...await settle(reader.page, leader.page)}
  await reader.leave()
})
after(async () => {
  await leader.leave().finally(() => browser.close())
  await server.close()
})

for (const stop of readersStops)
  test(`everybody can use the page ${stop.name}`, async () => {
    const reader = await visit(browser, server)
    const weighed = weighing(reader.page)
    await stop.go(reader.page, world)
    const bytes = await weighed()
    assert.ok(!stop.path || bytes <= most_bytes, `${bytes} bytes`)
    assert.deepEqual(await complaints(reader.page), [])
    await reader.leave()
  })

test('the start page gives its four answers on one screen', async () => {
  const reader = await visit(browser, server, {viewport: {width: 1280, height: 800}})
  await reader.page.goto(process)
  const {y, height} = await reader.page.locator('.answers').boundingBox()
  assert.ok(y + height <= 800, `they end at ${y + height} px`)
  await reader.leave()
})

for (const stop of staffStops)
  test(`every member of staff can use the page ${stop.name}`, async () => {
    await stop.go(leader.page, world)
    assert.deepEqual(await complaints(leader.page), [])
  })
