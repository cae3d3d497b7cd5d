// The board for who supervises without Cockpit: board and office staff, Thường trực. Cases open beneath the row's list.
import { mountStory } from '/camunda/components/v1/board-case.js';
import { mount } from '/camunda/components/v1/board.js';
import { element } from '/camunda/components/v1/dom.js';

const board = document.getElementById('board');
const place = element('div', { class: 'dsh-case-place' });
let end = () => {};

/** The story of a row's limit, above the board until it is closed. */
function openCase(row) {
  return element('button', { type: 'button', class: 'dsh-link', 'data-key': `case-${row.taskId}`, onclick: () => {
    end();
    const story = element('div', {});
    end = mountStory(story, row.instanceId);
    const close = element('button', { type: 'button', class: 'dsh-button', onclick: () => { end(); place.replaceChildren(); } }, 'Đóng');
    place.replaceChildren(element('div', { class: 'dsh-board' }, story, close));
    place.scrollIntoView({ block: 'start' });
    close.focus({ preventScroll: true });
  } }, row.title);
}

board.before(place);
mount(board, openCase);
