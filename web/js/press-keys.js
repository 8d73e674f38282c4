// One key for each button that names one: pressing the key presses the button. A key may also open what is
// folded, or move into a field. Hints about the keys are shown where something points finely, which is where
// there is a keyboard.
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'

function unfold(summary) {
  summary.parentElement.open = true
  summary.parentElement.querySelector('button, a, input')?.focus()
}

function help() {
  const all = document.querySelector('details.help')
  if (!all) return false
  all.open = true
  all.querySelector('summary').focus()
}

function press(key) {
  if (key === '?') return help()
  if (key === '/') return document.querySelector('.filter input[type=search]')?.focus() ?? undefined
  const thing = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (!thing || thing.disabled) return false
  if (thing.matches('summary')) unfold(thing)
  else if (thing.matches('textarea, select, input')) thing.focus()
  else thing.click()
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.matches(typing)) return event.target.blur()
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.matches(typing)) return
  if (press(event.key) !== false) event.preventDefault()
})

for (const hint of document.querySelectorAll('[data-keys]')) hint.hidden = !matchMedia('(any-pointer: fine)').matches
