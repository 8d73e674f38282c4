// The desk without a mouse. Every key does what a link or a button on the page also does.
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'
const rows = () => [...document.querySelectorAll('table.queue tbody tr')]
const current = () => document.querySelector('table.queue tr[data-current]') ?? document.activeElement?.closest('table.queue tbody tr')

function go(step) {
  const all = rows()
  if (all.length === 0) return
  const here = all.indexOf(current())
  const next = all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)]
  all.forEach(row => row.toggleAttribute('data-current', row === next))
  next.querySelector('a[href]')?.focus()
}

function choose() {
  const box = current()?.querySelector('input[type=checkbox]')
  if (box) box.click()
}

function open() {
  // Enter on a link or a button is the browser's own.
  if (document.activeElement?.matches('a, button, summary, input')) return false
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
  const form = document.activeElement?.closest('form') ?? document.querySelector('.issue[data-current] form')
  form?.requestSubmit(form.querySelector('button[type=submit]'))
}

const acts = {
  j: () => go(1),
  k: () => go(-1),
  x: choose,
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
  const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  if (act && act() !== false) event.preventDefault()
})
