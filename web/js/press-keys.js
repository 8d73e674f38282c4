// One key for each button that names one: pressing the key presses the button. Hints about the keys are
// shown where something points finely, which is where there is a keyboard.
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])'

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.matches(typing)) return
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
})

for (const hint of document.querySelectorAll('[data-keys]')) hint.hidden = !matchMedia('(any-pointer: fine)').matches
