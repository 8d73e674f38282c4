// Marking words in the original copies them into the form for a new synpunkt.
const original = document.querySelector('[data-markable]')
const form = document.querySelector('form[data-marks]')

// Figures that we put into the original ourselves are not part of it.
function words(range) {
  const copy = range.cloneContents()
  copy.querySelectorAll('[data-added]').forEach(element => element.remove())
  return copy.textContent
}

function fill() {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  if (!original.contains(range.commonAncestorContainer)) return

  const quote = words(range).trim()
  if (quote !== '') form.elements.namedItem('citat').value = quote
}

if (original && form) document.addEventListener('selectionchange', fill)
