// Hand-quality layout: nothing overlaps, lines are straight and do not cross, time runs from left to right.
import { is, named } from './elements.js';
import { cross, encloses, isHorizontal, isOrthogonal, overlap, runsThrough, segments, touch } from './geometry.js';

export default function readableLayout() {
  return {
    check(element, reporter) {
      if (!is(element, 'Definitions')) {
        return;
      }
      const planes = (element.diagrams ?? []).map((diagram) => diagram.plane?.planeElement ?? []);
      checkEverythingIsDrawn(element, planes.flat(), reporter);
      planes.forEach((drawn) => checkPlane(drawn, reporter));
    },
  };
}

/** Planes are compared one by one: what a collapsed sub-process holds lies on a sheet of its own. */
function checkPlane(drawn, reporter) {
  const shapes = drawn.filter((each) => each.bounds && is(each.bpmnElement, 'FlowNode'));
  const edges = drawn.filter((each) => each.waypoint && is(each.bpmnElement, 'SequenceFlow'));
  checkShapes(shapes, reporter);
  edges.forEach((edge, index) => {
    checkEdge(edge, shapes, reporter);
    edges.slice(index + 1).forEach((other) => checkPair(edge, other, reporter));
  });
}

function flowElements(container) {
  return (container.flowElements ?? []).flatMap((each) => [each, ...flowElements(each)]);
}

function checkEverythingIsDrawn(definitions, drawn, reporter) {
  const seen = new Set(drawn.map((each) => each.bpmnElement?.id));
  for (const process of definitions.rootElements.filter((each) => is(each, 'Process'))) {
    flowElements(process).filter((each) => is(each, 'FlowNode', 'SequenceFlow') && !seen.has(each.id))
      .forEach((each) => reporter.report(each.id, `Phần tử ${named(each)} chưa được vẽ trên sơ đồ: vẽ thêm hoặc bỏ đi`));
  }
}

function contains(outer, inner) {
  for (let parent = inner.$parent; parent; parent = parent.$parent) {
    if (parent === outer) return true;
  }
  return false;
}

function checkShapes(shapes, reporter) {
  shapes.forEach((one, index) => shapes.slice(index + 1).filter((other) => isBadOverlap(one, other))
    .forEach((other) => reporter.report(one.bpmnElement.id,
      `Phần tử ${named(one.bpmnElement)} và ${named(other.bpmnElement)} vẽ chồng lên nhau: dời ra`)));
}

function isBadOverlap(one, other) {
  const [a, b] = [one.bpmnElement, other.bpmnElement];
  if (contains(a, b)) return !encloses(one.bounds, other.bounds);
  if (contains(b, a)) return !encloses(other.bounds, one.bounds);
  return a.attachedToRef !== b && b.attachedToRef !== a && overlap(one.bounds, other.bounds);
}

function checkPair(edge, other, reporter) {
  const [a, b] = [edge.bpmnElement, other.bpmnElement];
  // Lines that come from or go to the same place may run together on the way there; they still may not cross.
  const together = a.targetRef === b.targetRef || a.sourceRef === b.sourceRef;
  const meets = (one, two) => cross(one, two) || (!together && touch(one, two));
  if (segments(edge).some((one) => segments(other).some((two) => meets(one, two)))) {
    reporter.report(a.id, `Đường nối "${a.id}" cắt hoặc đè lên đường nối "${b.id}": vẽ lại cho tách nhau`);
  }
}

function checkEdge(edge, shapes, reporter) {
  const flow = edge.bpmnElement;
  if (!segments(edge).every(isOrthogonal)) {
    reporter.report(flow.id, `Đường nối "${flow.id}" phải vẽ thẳng ngang hoặc dọc`);
  }
  shapes.filter(({ bpmnElement }) => isForeign(bpmnElement, flow))
    .filter(({ bounds }) => segments(edge).some((segment) => runsThrough(segment, bounds)))
    .forEach(({ bpmnElement }) => reporter.report(flow.id, `Đường nối "${flow.id}" chạy qua phần tử ${named(bpmnElement)}: vẽ vòng ra ngoài`));
  checkDirection(edge, shapes, reporter);
}

function isForeign(node, flow) {
  return node !== flow.sourceRef && node !== flow.targetRef && !contains(node, flow);
}

/**
 * Loops go back into an exclusive gateway, around the row it stands in; everything else goes on to the right, or at the
 * beginning of the next row, as writing does.
 */
function checkDirection(edge, shapes, reporter) {
  const flow = edge.bpmnElement;
  const boundsOf = (node) => shapes.find((shape) => shape.bpmnElement === node)?.bounds;
  const [source, target] = [boundsOf(flow.sourceRef), boundsOf(flow.targetRef)];
  if (!source || !target || centre(target) >= centre(source) || beginsNextRow(edge, source, target, shapes)) {
    return;
  }
  if (!is(flow.targetRef, 'ExclusiveGateway')) {
    reporter.report(flow.id, `Đường nối "${flow.id}" đi ngược về bên trái: chỉ đường lặp vào cổng loại trừ mới đi ngược`);
  } else if (!segments(edge).some((segment) => isHorizontal(segment) && isOutsideRow(segment, target))) {
    reporter.report(flow.id, `Đường lặp "${flow.id}" phải vẽ vòng phía trên hoặc phía dưới cổng ${named(flow.targetRef)}`);
  }
}

function beginsNextRow(edge, source, target, shapes) {
  const row = shapes.filter(({ bpmnElement, bounds }) => !bpmnElement.attachedToRef && bpmnElement.$parent === edge.bpmnElement.$parent
    && bounds.y < target.y + target.height && bounds.y + bounds.height > target.y);
  const between = ({ from }) => from.y >= source.y + source.height && from.y <= target.y;
  return row.every(({ bounds }) => centre(bounds) >= centre(target)) && edge.waypoint.at(-1).x === target.x
    && segments(edge).some((segment) => isHorizontal(segment) && between(segment));
}

function centre(bounds) {
  return bounds.x + bounds.width / 2;
}

function isOutsideRow({ from }, bounds) {
  return from.y <= bounds.y || from.y >= bounds.y + bounds.height;
}
