// How a page is judged without eyes: by axe, by its width and by its weight.
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const phone = {width: 320, height: 640}
const desktop = {width: 1280, height: 900}

export const manners = [
  {name: 'phone, light', size: phone, colorScheme: 'light'},
  {name: 'phone, dark', size: phone, colorScheme: 'dark'},
  {name: 'desktop, light', size: desktop, colorScheme: 'light'},
  {name: 'desktop, dark', size: desktop, colorScheme: 'dark'},
]

export async function wear(page, {size, colorScheme}) {
  await page.setViewportSize(size)
  await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
}

/// What axe holds against the page, one line each.
export async function violations(page) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe)
  const found = await page.evaluate(async values => {
    const options = {runOnly: {type: 'tag', values}, rules: {'target-size': {enabled: true}}, resultTypes: ['violations']}
    return (await globalThis.axe.run(document, options)).violations
  }, tags)
  return found.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

/// By how many pixels the page is wider than its window, and what sticks out.
export const overflow = page => page.evaluate(() => {
  const width = document.documentElement.clientWidth
  const extra = document.documentElement.scrollWidth - width
  if (extra <= 0) return []
  const out = [...document.querySelectorAll('main *, header *, footer *')].filter(one => one.getBoundingClientRect().right > width + 1)
  return [`${extra} px too wide: ${out.slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')}`]
})

/// All that crossed the wire to show the page to somebody who was never here.
export async function weigh(page, path) {
  const sent = []
  page.on('requestfinished', request => sent.push(request.sizes()))
  await page.goto(path, {waitUntil: 'networkidle'})
  const sizes = await Promise.all(sent)
  return sizes.reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0)
}
