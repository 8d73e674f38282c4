// What is being written is kept on the server each ten seconds, when it has changed. The page says when that
// was done, and when it could not be.
const pause = 10_000

function state(form, text) {
  form.querySelector('[data-draft-state]').textContent = text
}

async function keep(place, form, words) {
  const clock = () => new Date().toTimeString().slice(0, 5).replace(':', '.')
  try {
    const body = new URLSearchParams(words)
    body.append('tyst', 'ja')
    const answer = await fetch(place.dataset.draft, {method: 'POST', body, credentials: 'same-origin'})
    if (!answer.ok) throw answer.status
    const seen = answer.headers.get('X-Seen')
    if (seen) form.elements.sett.value = seen
    state(form, `${place.dataset.saved} ${clock()}`)
    return true
  } catch {
    state(form, place.dataset.failed)
    return false
  }
}

for (const place of document.querySelectorAll('input[data-draft]')) {
  const form = place.form
  const words = () => [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  const sum = () => JSON.stringify(words().filter(([name]) => name !== 'sett'))
  let kept = sum()
  setInterval(async () => {
    const now = sum()
    if (now !== kept && await keep(place, form, words())) kept = now
  }, pause)
}
