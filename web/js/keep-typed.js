// Asks before words that were typed in a form go with the page, because of a link or of another form.
const typed = new Set()
let sent = null

document.addEventListener('input', event => {
  if (event.target.form?.method === 'post') typed.add(event.target.form)
})

document.addEventListener('submit', event => { sent = event.target })

window.addEventListener('beforeunload', event => {
  if ([...typed].some(form => form !== sent)) event.preventDefault()
  sent = null
})
