// Small questions about elements that several rules ask.

/** Whether the element is of one of the types, with the prefix `bpmn:` left out; no element (a broken reference) is of none. */
export function is(element, ...types) {
  return types.some((type) => element?.$instanceOf?.(`bpmn:${type}`));
}

/** The event definition of the type, or undefined. */
export function eventDefinition(element, type) {
  return element.eventDefinitions?.find((definition) => is(definition, type));
}

/** The text of a timer: date, duration or cycle. */
export function timerText(timer) {
  return (timer.timeDate ?? timer.timeDuration ?? timer.timeCycle)?.body?.trim() ?? '';
}

export function isTimer(element) {
  return is(element, 'Event') && Boolean(eventDefinition(element, 'TimerEventDefinition'));
}

/** A gateway that sends the token more than one way. */
export function isSplit(element) {
  return is(element, 'Gateway') && (element.outgoing ?? []).length > 1;
}

/** An exclusive or inclusive gateway that asks a question. */
export function isQuestion(element) {
  return is(element, 'ExclusiveGateway', 'InclusiveGateway') && isSplit(element);
}

/** Text of the documentation, or an empty text. */
export function documentation(element) {
  return (element.documentation ?? []).map((each) => each.text ?? '').join(' ').trim();
}

/** The element as a message names it. */
export function named(element) {
  return element.name ? `"${element.name}"` : `"${element.id}"`;
}
