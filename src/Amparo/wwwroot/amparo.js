// Amparo, for staff: live fragments, drafts, clocks, the cover. Pages are whole without it. Nothing is kept in the browser.
(d => {
  const all = (s, e = d) => [...e.querySelectorAll(s)]
  const on = (t, f, e = d) => e.addEventListener(t, f)

  // Clocks
  const tick = () => all('[data-due]').forEach(c => {
    const left = Date.parse(c.dataset.due) - Date.now(), late = left < 0, m = Math.floor(Math.abs(left) / 6e4)
    if (m >= 5760) return
    const span = (m > 59 ? Math.floor(m / 60) + '\u00a0h\u00a0' : '') + m % 60 + '\u00a0min'
    c.classList.toggle('late', late)
    c.querySelector('b').textContent = (late ? c.dataset.late : c.dataset.left).replace('{0}', span)
  })
  setInterval(tick, 3e4)

  // Offline notice: the network, the stream or a draft says so
  const down = new Set()
  const note = (why, is) => {
    down[is ? 'add' : 'delete'](why)
    all('[data-offline]').forEach(n => { n.hidden = !down.size })
  }
  const net = () => note('net', !navigator.onLine)
  on('offline', net, window)
  on('online', () => { net(); all('form[data-draft]').forEach(f => f.save?.()) }, window)
  // A form sent without a connection would lose the page and what stands in it
  on('submit', e => { net(); if (!navigator.onLine) e.preventDefault() })
  net()

  // Live fragments: never one in which somebody is writing
  const busy = n => n.contains(d.activeElement) && d.activeElement.matches('input,textarea,select') || n.querySelector('[data-edited]')
  on('input', e => e.target.closest('form')?.setAttribute('data-edited', ''))
  let soon
  const refresh = async () => {
    const r = await fetch(location.href, { headers: { 'X-Live': '1' } }).catch(() => 0)
    if (!r.ok || r.redirected) return
    const page = new DOMParser().parseFromString(await r.text(), 'text/html')
    all('[data-live][id]').forEach(old => {
      const fresh = page.getElementById(old.id)
      if (!fresh || busy(old)) return
      const here = old.contains(d.activeElement) && d.activeElement
      const at = here && (here.id ? '#' + CSS.escape(here.id) : here.getAttribute('href') && `[href="${CSS.escape(here.getAttribute('href'))}"]`)
      old.replaceWith(fresh)
      if (at) fresh.querySelector(at)?.focus({ preventScroll: true })
    })
    tick()
  }
  if (window.EventSource && d.querySelector('[data-live]')) {
    let wait
    const listen = () => {
      const s = new EventSource('/live')
      s.onopen = () => { clearTimeout(wait); wait = 0; if (down.has('live')) refresh(); note('live', false) }
      s.onerror = () => {
        wait ||= setTimeout(note, 1e4, 'live', true)
        if (s.readyState === 2) setTimeout(listen, 5e3)
      }
      on('changed', () => { clearTimeout(soon); soon = setTimeout(refresh, 200 + Math.random() * 300) }, s)
    }
    listen()
  }

  // Nobody at the desk: the page is covered, and comes back as it was left
  const cover = d.querySelector('[data-cover]')
  if (cover) {
    const form = cover.querySelector('form'), wrong = cover.querySelector('[role=alert]')
    let touched = Date.now(), free = true
    const uncover = async () => {
      const r = await fetch(location.href, { headers: { 'X-Live': '1' } }).catch(() => 0)
      free = r.ok && !r.redirected
      if (free) { cover.close(); touched = Date.now(); refresh() }
      return free
    }
    ;['keydown', 'pointerdown'].forEach(t => on(t, () => { touched = Date.now() }))
    setInterval(() => {
      if (!cover.open && Date.now() - touched > cover.dataset.cover * 1e3) { free = false; cover.showModal() }
    }, 1e3)
    on('close', () => free || cover.showModal(), cover)
    on('visibilitychange', () => { if (cover.open && !d.hidden) uncover() })
    on('submit', async e => {
      e.preventDefault()
      e.stopPropagation()
      const body = new URLSearchParams(new FormData(form))
      form.reset()
      await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => 0)
      wrong.hidden = await uncover()
    }, form)
  }

  // Drafts: the fields that changed, after a pause, on leaving a field, and again until they arrive
  all('form[data-draft]').forEach(f => {
    const dirty = new Set(), says = f.querySelector('[data-draft-saved]') || d.querySelector('[data-draft-saved]')
    let timer, pause = 1500, busy, gone
    const later = ms => { clearTimeout(timer); timer = setTimeout(f.save, ms) }
    f.save = async () => {
      if (busy || !dirty.size) return
      busy = true
      const sent = [...dirty], data = new FormData(f), body = new URLSearchParams()
      dirty.clear()
      ;[...sent, '__RequestVerificationToken'].forEach(n => {
        const v = data.getAll(n)
        ;(v.length ? v : ['']).forEach(x => body.append(n, x))
      })
      const keepalive = `${body}`.length < 6e4
      const r = await fetch(f.dataset.draft, { method: 'POST', body, keepalive }).catch(() => 0)
      busy = false
      const kept = r.ok && !r.redirected
      note('draft', !kept)
      if (kept) {
        pause = 1500
        if (says) says.textContent = await r.text()
        if ('draftLive' in f.dataset) refresh()
        if (dirty.size) later(pause)
      } else {
        sent.forEach(n => dirty.add(n))
        later(pause = Math.min(pause * 2, 3e4))
      }
    }
    on('input', e => { if (e.target.name) { dirty.add(e.target.name); later(pause) } }, f)
    on('focusout', () => f.save(), f)
    on('submit', () => { gone = navigator.onLine; clearTimeout(timer) }, f)
    on('beforeunload', e => { if (!gone && (dirty.size || busy)) e.preventDefault() }, window)
  })
})(document)
