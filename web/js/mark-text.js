// Marking words in the original fills the form for a new synpunkt: where they begin and end, and the words themselves.
// Places are counted in code points from the start of the original, as the server counts.
const original = document.querySelector('[data-markable]')
const form = document.querySelector('form[data-marks]')

const length = text => [...text].length

// Figures that we put into the original ourselves are not part of it.
function words(range) {
  const copy = range.cloneContents()
  copy.querySelectorAll('[data-added]').forEach(element => element.remove())
  return copy.textContent
}

function before(range) {
  const all = document.createRange()
  all.setStart(original, 0)
  all.setEnd(range.startContainer, range.startOffset)
  return words(all)
}

function fill() {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  if (!original.contains(range.commonAncestorContainer)) return

  const marked = words(range)
  const quote = marked.trim()
  if (quote === '') return
  const start = length(before(range)) + length(marked) - length(marked.trimStart())
  form.elements.namedItem('start').value = start
  form.elements.namedItem('end').value = start + length(quote)
  form.elements.namedItem('quote').value = quote
}

if (original && form) document.addEventListener('selectionchange', fill)
