// Shows what is written as it will look, while it is written. The server makes it, as it does behind the button Preview.
const pause = 500

for (const form of document.querySelectorAll('form[data-preview]')) {
  const place = document.getElementById(form.dataset.preview)
  const words = form.querySelector('textarea')
  let timer
  let asked = 0

  async function show() {
    const mine = ++asked
    const fields = new URLSearchParams(new FormData(form))
    fields.set('gor', 'visa')
    const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => undefined)
    if (!answer?.ok || mine !== asked) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const shown = page.getElementById(place.id)
    if (shown) place.replaceChildren(...shown.childNodes)
  }

  words?.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, pause)
  })
}
