// Passkeys: asks the browser for a key and sends what it answers. Loaded only where one is made or used; nothing is kept.
(d => {
  const Key = window.PublicKeyCredential
  d.querySelectorAll('form[data-passkey-make], form[data-passkey-use]').forEach(f => {
    const { passkeyMake: make, passkeyUse: use } = f.dataset
    const answer = f.elements.Credential, show = (what, is) => { f.querySelector(`[data-passkey-${what}]`).hidden = !is }
    if (!Key?.parseRequestOptionsFromJSON) return show('unable', true)
    f.addEventListener('submit', async e => {
      // A field left empty is the server's to name, before a key is made
      if (answer.value || [...f.elements].some(i => i.type != 'hidden' && i.name && !i.value)) return
      e.preventDefault()
      show('failed', false)
      try {
        const r = await fetch(make || use), asked = await r.json()
        const key = make
          ? await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(asked) })
          : await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(asked) })
        answer.value = JSON.stringify(key)
        f.submit()
      } catch {
        show('failed', true)
      }
    })
  })
})(document)
