/** The page's own script. It changes the opened item in the page, as webmail does: no reload, a new address, new contents. */

const main = document.querySelector('main');
const status = document.querySelector('.status');

async function show(path) {
  const answer = await fetch(path);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Somebody who clicks fast gets what was clicked last.
  if (path !== location.pathname) return;
  document.title = page.title;
  main.replaceChildren(...page.querySelector('main').childNodes);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.pathname === path) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function say(words) {
  status.textContent = words;
  status.hidden = false;
  setTimeout(() => {
    if (status.textContent === words) status.hidden = true;
  }, 5000);
}

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const link = event.target.closest('a[href]');
  const button = event.target.closest('button');
  if (link?.closest('nav')) {
    event.preventDefault();
    history.pushState(null, '', link.pathname);
    show(link.pathname);
  } else if (link && link.origin !== location.origin) {
    // The links are real, and so would be the visit.
    event.preventDefault();
    say(`The demonstration stays on this machine: this would have opened ${link.host || link.href}.`);
  } else if (button?.matches('.event .close')) button.closest('.event').hidden = true;
  else if (button?.matches('.tile')) document.querySelector('.event').hidden = false;
});

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  say('Sent. (In the demonstration nothing leaves this machine.)');
});

window.addEventListener('popstate', () => show(location.pathname));
