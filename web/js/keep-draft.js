// What is being written is kept on the server each ten seconds, when it has changed. The page says when that
// was done, and when it could not be. One keep at a time, and none once a button has been pressed: else the
// page would meet its own words as if somebody else had written them.
const pause = 10_000
const patience = 5_000  // what has not come through by then does not hold up who sends

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
  let under_way = null
  let is_leaving = false
  setInterval(() => {
    const now = sum()
    if (is_leaving || under_way || now === kept) return
    under_way = keep(place, form, words()).then(is_kept => {
      if (is_kept) kept = now
      under_way = null
    })
  }, pause)
  form.addEventListener('submit', async event => {
    const first = !is_leaving
    is_leaving = true
    if (!under_way) return
    event.preventDefault()
    await Promise.race([under_way, new Promise(done => { setTimeout(done, patience) })])
    if (first) form.requestSubmit(event.submitter)
  })
  // Whoever writes on is still here: the page was come back to, or what was chosen could not be sent.
  addEventListener('pageshow', () => { is_leaving = false })
  form.addEventListener('input', () => { is_leaving = false })
}
