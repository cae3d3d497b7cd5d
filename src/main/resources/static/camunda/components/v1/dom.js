// Elements by name, attributes and children. Text is always text, never markup.

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** The style sheet of the components, and those of a part of them, each once per page. */
export function useStyles(...more) {
  for (const name of ['form.css', ...more]) {
    const address = new URL(name, import.meta.url).pathname;
    if (!document.querySelector(`link[href="${address}"]`)) {
      document.head.append(element('link', { rel: 'stylesheet', href: address }));
    }
  }
}

/** Name and value, one under the other, for what cannot be changed. */
export function facts(pairs) {
  const list = element('dl', { class: 'dsh-facts' });
  for (const [name, value] of pairs) {
    if (value !== null && value !== undefined && value !== '') {
      list.append(element('div', {}, element('dt', {}, name), element('dd', {}, value)));
    }
  }
  return list;
}

/** A sentence that stays on the screen after the form is gone, with a link to what may come next. */
export function announce(sentence, next) {
  document.querySelectorAll('.dsh-announcement').forEach((old) => old.remove());
  const box = element('div', { class: 'dsh-announcement', role: 'status' },
    element('div', {}, sentence, next ? element('a', { href: next.href }, ` ${next.text}`) : ''),
    element('button', { type: 'button', onclick: () => box.remove() }, 'Đóng'));
  document.body.append(box);
}
