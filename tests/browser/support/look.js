// How a page is judged without eyes: by axe, by its width and by its weight.
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everything = {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
  rules: {'target-size': {enabled: true}},
}
const colours = {runOnly: {type: 'rule', values: ['color-contrast']}}
const phone = {width: 320, height: 640}
const desktop = {width: 1280, height: 900}

/// In the dark only the colours are others, so only they are judged again.
export const manners = [
  {name: 'phone, light', size: phone, colorScheme: 'light', rules: everything},
  {name: 'phone, dark', size: phone, colorScheme: 'dark', rules: colours},
  {name: 'desktop, dark', size: desktop, colorScheme: 'dark', rules: colours},
  {name: 'desktop, light', size: desktop, colorScheme: 'light', rules: everything},
]

export async function wear(page, {size, colorScheme}) {
  await page.setViewportSize(size)
  await page.emulateMedia({colorScheme, reducedMotion: 'reduce'})
}

/// What axe holds against the page, one line each.
export async function violations(page, rules) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe)
  const found = await page.evaluate(async options => (await globalThis.axe.run(document, options)).violations,
    {...rules, resultTypes: ['violations']})
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

/// All that is held against the page, in each manner.
export async function complaints(page) {
  const all = []
  for (const manner of manners) {
    await wear(page, manner)
    for (const one of [...await violations(page, manner.rules), ...await overflow(page)]) all.push(`${manner.name}: ${one}`)
  }
  return all
}

/// Counts all that crosses the wire from now on: what a page costs somebody who was never here.
export function weighing(page) {
  const sent = []
  page.on('requestfinished', request => sent.push(request.sizes()))
  return async () => (await Promise.all(sent)).reduce((sum, one) => sum + one.responseHeadersSize + one.responseBodySize, 0)
}
