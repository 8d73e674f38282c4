// The desk without a mouse. Every key does what a link or a button on the page also does.
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'
const row = 'table.queue tbody tr, ol.cover li.left, .inspel-list > li'
const rows = () => [...document.querySelectorAll(row)]
const current = () => rows().find(one => one.hasAttribute('data-current')) ?? document.activeElement?.closest(row)
const box = one => one?.querySelector('input[type=checkbox]')
let last = null // the row that was chosen last

function go(step) {
  const all = rows()
  if (all.length === 0) return
  const here = all.indexOf(current())
  const next = all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)]
  all.forEach(one => one.toggleAttribute('data-current', one === next))
  const thing = next.querySelector('a[href]') ?? box(next)
  thing?.focus()
}

function choose() {
  last = current()
  box(last)?.click()
}

function chooseTo() {
  const all = rows()
  const [from, to] = [all.indexOf(last ?? current()), all.indexOf(current())].sort((a, b) => a - b)
  for (let i = Math.max(from, 0); i <= to; ++i) box(all[i]).checked = true
}

function chooseAll() {
  const boxes = rows().map(box).filter(Boolean)
  if (boxes.length === 0) return false
  const all = boxes.every(one => one.checked)
  for (const one of boxes) one.checked = !all
}

// An act on the list is about the row where one stands, when none has been chosen.
function chooseForAct() {
  const list = document.querySelector('form[data-list]')
  if (list && !list.querySelector('input[name=val]:checked') && box(current())) box(current()).checked = true
  return false
}

function write() {
  const text = document.querySelector('.issue[data-current] textarea')
  if (!text) return false
  text.focus()
}

function open() {
  // Enter on a link or a button is the browser's own. On a tick it would send the whole form.
  if (document.activeElement?.matches('a, button, summary, input:not([type=checkbox])')) return false
  const link = current()?.querySelector('a[href]')
  link?.click()
  return Boolean(link)
}

function outcome(number) {
  const picks = document.querySelectorAll('.issue[data-current] input[name=utfall]')
  const pick = picks[number - 1]
  if (!pick) return false
  pick.click()
  pick.focus()
}

function save() {
  const forms = [...document.querySelectorAll('.issue[data-current] form')]
  const form = document.activeElement?.closest('form') ?? forms.find(one => one.querySelector('textarea'))
  form?.requestSubmit(form.querySelector('button[type=submit]'))
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  x: choose,
  a: chooseAll,
  s: write,
  p: chooseForAct,
  g: chooseForAct,
  Enter: open,
  1: () => outcome(1),
  2: () => outcome(2),
  3: () => outcome(3),
  4: () => outcome(4),
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey && event.key === 'Enter') {
    event.preventDefault()
    save()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(typing)) return
  if (event.key === 'X') return chooseTo()
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  if (act && act() !== false) event.preventDefault()
})
