// Rectangles and lines of a diagram.

/** Editors round to whole points; less than half of one is no slope. */
const TOLERANCE = 0.5;

export function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function encloses(outer, inner) {
  return inner.x >= outer.x && inner.y >= outer.y
    && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

export function isOrthogonal({ from, to }) {
  return isHorizontal({ from, to }) || Math.abs(from.x - to.x) < TOLERANCE;
}

export function isHorizontal({ from, to }) {
  return Math.abs(from.y - to.y) < TOLERANCE;
}

/** The straight pieces of a line; points that lie in the middle of a piece do not cut it in two. */
export function segments(edge) {
  const corners = [];
  for (const point of edge.waypoint ?? []) {
    const [before, last] = corners.slice(-2);
    if (before && last && isStraightOn(before, last, point)) {
      corners.pop();
    }
    corners.push(point);
  }
  return corners.slice(1).map((to, index) => ({ from: corners[index], to }));
}

function isStraightOn(before, last, next) {
  return (before.x === last.x && last.x === next.x && between(last.y, before.y, next.y))
    || (before.y === last.y && last.y === next.y && between(last.x, before.x, next.x));
}

/** Whether two orthogonal pieces cross, ends not counted. */
export function cross(a, b) {
  const meeting = meetingOf(a, b);
  return Boolean(meeting) && meeting.insideA && meeting.insideB;
}

/** Whether one piece ends or bends on the other, or lies along it. */
export function touch(a, b) {
  const meeting = meetingOf(a, b);
  return meeting ? meeting.insideA !== meeting.insideB : liesAlong(a, b);
}

function meetingOf(a, b) {
  if (isHorizontal(a) === isHorizontal(b)) {
    return null;
  }
  const [horizontal, vertical] = isHorizontal(a) ? [a, b] : [b, a];
  const { x } = vertical.from;
  const { y } = horizontal.from;
  if (!atOrBetween(x, horizontal.from.x, horizontal.to.x) || !atOrBetween(y, vertical.from.y, vertical.to.y)) {
    return null;
  }
  const insideHorizontal = between(x, horizontal.from.x, horizontal.to.x);
  const insideVertical = between(y, vertical.from.y, vertical.to.y);
  return horizontal === a ? { insideA: insideHorizontal, insideB: insideVertical }
    : { insideA: insideVertical, insideB: insideHorizontal };
}

function liesAlong(a, b) {
  if (isHorizontal(a) !== isHorizontal(b)) {
    return false;
  }
  const [along, across] = isHorizontal(a) ? ['x', 'y'] : ['y', 'x'];
  const shared = Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along]))
    - Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]));
  return Math.abs(a.from[across] - b.from[across]) < TOLERANCE && shared > 0;
}

/** Whether the line runs through the inside of the rectangle. */
export function runsThrough({ from, to }, box) {
  return Math.min(from.x, to.x) < box.x + box.width && Math.max(from.x, to.x) > box.x
    && Math.min(from.y, to.y) < box.y + box.height && Math.max(from.y, to.y) > box.y;
}

function between(value, one, other) {
  return value > Math.min(one, other) && value < Math.max(one, other);
}

function atOrBetween(value, one, other) {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
}
