// Rectangles and lines of a diagram.

export function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function segments(edge) {
  const points = edge.waypoint ?? [];
  return points.slice(1).map((to, index) => ({ from: points[index], to }));
}

export function isOrthogonal({ from, to }) {
  return from.x === to.x || from.y === to.y;
}

/** Whether two orthogonal lines cross, ends not counted. */
export function cross(a, b) {
  const [horizontal, vertical] = a.from.y === a.to.y ? [a, b] : [b, a];
  if (horizontal.from.y !== horizontal.to.y || vertical.from.x !== vertical.to.x) {
    return false;
  }
  return between(vertical.from.x, horizontal.from.x, horizontal.to.x)
    && between(horizontal.from.y, vertical.from.y, vertical.to.y);
}

/** Whether the line runs through the inside of the rectangle. */
export function runsThrough({ from, to }, box) {
  return Math.min(from.x, to.x) < box.x + box.width && Math.max(from.x, to.x) > box.x
    && Math.min(from.y, to.y) < box.y + box.height && Math.max(from.y, to.y) > box.y;
}

function between(value, one, other) {
  return value > Math.min(one, other) && value < Math.max(one, other);
}
