// A refused form: start at what needs to be put right, and go to the field itself from its line.
const summary = document.querySelector('.summary[role=alert]')

summary?.focus()
summary?.addEventListener('click', event => {
  const field = document.getElementById(event.target.closest('a')?.hash.slice(1) ?? '')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.closest('.field')?.scrollIntoView({block: 'start'})
})
