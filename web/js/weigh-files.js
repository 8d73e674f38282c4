// Says at once that the chosen files are too many or too large: a form that is sent with them may not come back with its words.
for (const field of document.querySelectorAll('input[type=file][data-most]')) {
  const said = document.createElement('p')
  said.className = 'error'
  said.setAttribute('role', 'alert')
  field.after(said)

  function fault() {
    const files = [...field.files]
    if (files.length > Number(field.dataset.most)) return field.dataset.tooMany
    const bytes = files.reduce((sum, file) => sum + file.size, 0)
    return bytes > Number(field.dataset.bytes) ? field.dataset.tooLarge : ''
  }

  field.addEventListener('change', () => { said.textContent = fault() })
  field.form?.addEventListener('submit', event => {
    if (fault() === '') return
    event.preventDefault()
    field.focus()
  })
}
