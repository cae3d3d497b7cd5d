// Tasklist always asks for the newest task first, whatever the filter says; people need the nearest limit first.
const DUE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

function putDueFirst() {
  const [path, query = ''] = location.hash.slice(1).split('?');
  const parameters = new URLSearchParams(query);
  if (path !== '/' || sessionStorage.getItem('dsh-sorted')) {
    return;
  }
  const chosen = parameters.get('sorting');
  if (chosen && !chosen.includes('"created"')) {
    return;
  }
  if (chosen) {
    sessionStorage.setItem('dsh-sorted', 'yes');
    parameters.set('sorting', DUE_FIRST);
    location.hash = `${path}?${parameters}`;
  }
}

window.addEventListener('hashchange', putDueFirst);
putDueFirst();

export default [];
