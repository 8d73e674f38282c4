// Pictures of every kind of page, phone and desktop, light and dark, and of three on paper: npm run screens [NAME...]
import {mkdir} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {launch} from './support/chromium.js'
import {startServer} from './support/server.js'
import {wear} from './support/look.js'
import {readersStops, settle, staffStops} from './support/tour.js'
import {signIn, visit} from './support/visitor.js'

const out = fileURLToPath(new URL('./out/', import.meta.url))
const sizes = {phone: {width: 360, height: 740}, desktop: {width: 1280, height: 900}}
const onPaper = ['start', 'inspel', 'inspel-besvarat']
const asked = process.argv.slice(2)
const chosen = stops => stops.filter(({name}) => asked.length === 0 || asked.includes(name))

await mkdir(out, {recursive: true})
const browser = await launch()
const server = await startServer()
const leader = await signIn(browser, server, 'Processledare')
const reader = await visit(browser, server)
const world = {server, ...await settle(reader.page, leader.page)}

async function picture(page, {name, go}) {
  await go(page, world)
  for (const [kind, size] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark']) {
      await wear(page, {size, colorScheme})
      await page.screenshot({path: `${out}${name}-${kind}-${colorScheme}.png`, fullPage: true})
    }
  if (onPaper.includes(name)) await page.pdf({path: `${out}${name}.pdf`, format: 'A4'})
}

for (const stop of chosen(readersStops)) await picture(reader.page, stop)
for (const stop of chosen(staffStops)) await picture(leader.page, stop)
await browser.close()
await server.close()
