// Leaving quickly: the button, or Escape three times. Without script the button is a link.
(d => {
  const leave = d.querySelector('[data-exit]')
  let keys = []
  const go = e => { e.preventDefault(); d.title = ''; d.body.replaceChildren(); location.replace(leave.href) }
  leave.addEventListener('click', go)
  d.addEventListener('keydown', e => {
    keys = e.key === 'Escape' ? [...keys, Date.now()].slice(-3) : []
    if (keys.length > 2 && keys[2] - keys[0] < 2000) go(e)
  })
})(document)
