// Small texts at the elements of a diagram in Cockpit.
const PLACE = { top: -16, right: 60 };
/** At every zoom: the engine's own badges do the same. */
const ALWAYS = { minZoom: -Infinity, maxZoom: Infinity };

/** `show` takes pairs of element id and node and replaces what was there; elements that this diagram lacks are left out. */
export function onDiagram(viewer) {
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  let shown = [];
  return {
    show(badges) {
      shown.forEach((id) => overlays.remove(id));
      shown = badges.filter(([element]) => elements.get(element)).map(([element, html]) => overlays.add(element, { position: PLACE, show: ALWAYS, html }));
    },
  };
}
