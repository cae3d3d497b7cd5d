// Small texts at the elements of a diagram in Cockpit.
/** Above the element's upper left corner, see .dsh-badges. */
const PLACE = { top: 0, left: -2 };
/** At every zoom, as the engine's own badges; and never too small to be read. */
const LOOK = { show: { minZoom: -Infinity, maxZoom: Infinity }, scale: { min: 0.85, max: 1.2 } };

/** `show` takes pairs of element id and node and replaces what was there; elements that this diagram lacks are left out. */
export function onDiagram(viewer) {
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  let shown = [];
  return {
    show(badges) {
      shown.forEach((id) => overlays.remove(id));
      shown = badges.filter(([element]) => elements.get(element)).map(([element, html]) => overlays.add(element, { position: PLACE, ...LOOK, html }));
    },
  };
}
