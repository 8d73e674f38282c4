// Forms that are sent with a passkey: shown where the browser can ask for one. The server is asked for a question, the
// passkey answers it, and the answer goes with the form.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const named = list => list?.map(one => ({...one, id: bytes(one.id)}))

async function question(box, form) {
  const fields = [...new FormData(form)].filter(([name]) => name === 'bevis' || name === 'namn')
  const answer = await fetch(box.dataset.passkey, {method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin'})
  const asked = await answer.json()
  if (!answer.ok) throw new Error(asked.complaint)
  return {...asked, challenge: bytes(asked.challenge)}
}

// A question that names a person is for a new passkey.
async function answer(asked) {
  if (asked.user) {
    const publicKey = {...asked, user: {...asked.user, id: bytes(asked.user.id)}, excludeCredentials: named(asked.excludeCredentials)}
    const {response} = await navigator.credentials.create({publicKey})
    return {clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject)}
  }
  const publicKey = asked.allowCredentials ? {...asked, allowCredentials: named(asked.allowCredentials)} : asked
  const {rawId, response} = await navigator.credentials.get({publicKey})
  return {id: text(rawId), clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData),
    signature: text(response.signature), userHandle: text(response.userHandle)}
}

function reason(box, error) {
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return box.dataset.stopped
  if (error.name === 'InvalidStateError') return box.dataset.known
  return (error.name === 'Error' && error.message) || box.dataset.failed
}

function prepare(box) {
  const form = box.querySelector('form')
  const field = form.elements.passnyckel
  const said = document.createElement('p')
  said.className = 'error'
  said.setAttribute('role', 'alert')
  form.append(said)
  let isAsking = false
  form.addEventListener('submit', async event => {
    if (field.value !== '') return
    event.preventDefault()
    if (isAsking) return
    isAsking = true
    said.textContent = ''
    try {
      field.value = JSON.stringify(await answer(await question(box, form)))
      form.requestSubmit(event.submitter)
    } catch (error) {
      said.textContent = reason(box, error)
    }
    isAsking = false
  })
  // An answer is good once: who comes back to the page is asked again.
  addEventListener('pageshow', () => { field.value = '' })
  box.hidden = false
}

if (globalThis.PublicKeyCredential) {
  document.querySelectorAll('[data-passkey]').forEach(prepare)
  document.querySelectorAll('[data-no-passkey]').forEach(one => { one.hidden = true })
}
