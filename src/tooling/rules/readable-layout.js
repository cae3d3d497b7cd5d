// Hand-quality layout: nothing overlaps, lines are straight and do not cross, time runs from left to right.
import { is, named } from './elements.js';
import { cross, isOrthogonal, overlap, runsThrough, segments } from './geometry.js';

export default function readableLayout() {
  return {
    check(element, reporter) {
      if (!is(element, 'Definitions')) {
        return;
      }
      const drawn = (element.diagrams ?? []).flatMap((diagram) => diagram.plane?.planeElement ?? []);
      const shapes = drawn.filter((each) => each.bounds && is(each.bpmnElement, 'FlowNode'));
      const edges = drawn.filter((each) => each.waypoint && is(each.bpmnElement, 'SequenceFlow'));
      checkEverythingIsDrawn(element, drawn, reporter);
      checkShapes(shapes, reporter);
      checkEdges(edges, shapes, reporter);
    },
  };
}

function flowElements(container) {
  return (container.flowElements ?? []).flatMap((each) => [each, ...flowElements(each)]);
}

function checkEverythingIsDrawn(definitions, drawn, reporter) {
  const seen = new Set(drawn.map((each) => each.bpmnElement?.id));
  for (const process of definitions.rootElements.filter((each) => is(each, 'Process'))) {
    flowElements(process).filter((each) => is(each, 'FlowNode', 'SequenceFlow') && !seen.has(each.id))
      .forEach((each) => reporter.report(each.id, `Phần tử ${named(each)} chưa được vẽ trên sơ đồ`));
  }
}

function contains(outer, inner) {
  for (let parent = inner.$parent; parent; parent = parent.$parent) {
    if (parent === outer) return true;
  }
  return false;
}

function mayOverlap(a, b) {
  return contains(a, b) || contains(b, a) || a.attachedToRef === b || b.attachedToRef === a;
}

function checkShapes(shapes, reporter) {
  shapes.forEach((one, index) => shapes.slice(index + 1)
    .filter((other) => overlap(one.bounds, other.bounds) && !mayOverlap(one.bpmnElement, other.bpmnElement))
    .forEach((other) => reporter.report(one.bpmnElement.id,
      `Phần tử ${named(one.bpmnElement)} và ${named(other.bpmnElement)} vẽ chồng lên nhau`)));
}

function checkEdges(edges, shapes, reporter) {
  edges.forEach((edge, index) => {
    const flow = edge.bpmnElement;
    if (!segments(edge).every(isOrthogonal)) {
      reporter.report(flow.id, `Đường nối "${flow.id}" phải vẽ thẳng ngang hoặc dọc`);
    }
    edges.slice(index + 1).filter((other) => segments(edge).some((a) => segments(other).some((b) => cross(a, b))))
      .forEach((other) => reporter.report(flow.id, `Đường nối "${flow.id}" cắt đường nối "${other.bpmnElement.id}"`));
    shapes.filter(({ bpmnElement }) => isForeign(bpmnElement, flow))
      .filter(({ bounds }) => segments(edge).some((segment) => runsThrough(segment, bounds)))
      .forEach(({ bpmnElement }) => reporter.report(flow.id, `Đường nối "${flow.id}" chạy qua phần tử ${named(bpmnElement)}`));
    checkDirection(flow, shapes, reporter);
  });
}

function isForeign(node, flow) {
  return node !== flow.sourceRef && node !== flow.targetRef && !contains(node, flow)
    && node.attachedToRef !== flow.sourceRef && node !== flow.sourceRef.attachedToRef;
}

/** Loops go back into an exclusive gateway; everything else goes on to the right. */
function checkDirection(flow, shapes, reporter) {
  const centre = (node) => {
    const bounds = shapes.find((shape) => shape.bpmnElement === node)?.bounds;
    return bounds ? bounds.x + bounds.width / 2 : NaN;
  };
  if (centre(flow.targetRef) < centre(flow.sourceRef) && !is(flow.targetRef, 'ExclusiveGateway')) {
    reporter.report(flow.id, `Đường nối "${flow.id}" đi ngược về bên trái: chỉ đường lặp vào cổng mới đi ngược`);
  }
}
