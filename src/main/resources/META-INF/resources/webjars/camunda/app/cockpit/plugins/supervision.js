// "Theo dõi, đôn đốc" in Cockpit. Each part is loaded when it is shown: one that does not come says so in its place, where
// a script that fails here would leave all of Cockpit empty.
const BOARD = '/supervision';
const LABEL = 'Theo dõi, đôn đốc';
/** Before the tabs that Cockpit brings. */
const FIRST = 100;

document.documentElement.lang = 'vi';

/** Cockpit tells a plugin nothing when it takes it away: what ends the part is kept here. */
function part(plugin, mount) {
  let stop = null;
  let shown = 0;
  return {
    ...plugin,
    render(place, data) {
      shown += 1;
      const turn = shown;
      mount(place, data).then((end) => {
        if (turn === shown) {
          stop = end;
        } else {
          end();
        }
      }, () => {
        if (place instanceof Element) {
          place.textContent = 'Chưa tải được phần này: kiểm tra mạng rồi tải lại trang.';
        }
      });
    },
    unmount() {
      shown += 1;
      stop?.();
      stop = null;
    },
  };
}

/** In the diagrams Cockpit hands over other ids than elsewhere; the address is right everywhere. */
const idInAddress = () => decodeURIComponent(window.location.hash.split('?')[0].split('/')[2]);

/** On a phone the opened menu would lie over the page. */
function closeMenu() {
  const button = document.querySelector('[cam-widget-header] .navbar-toggle');
  if (button?.offsetParent) {
    button.click();
  }
}

const navigation = {
  id: 'dsh-supervision-link', pluginPoint: 'cockpit.navigation', priority: FIRST, label: LABEL,
  checkActive: (address) => address.includes(`#${BOARD}`),
  render(place) {
    const link = document.createElement('a');
    link.href = `#${BOARD}`;
    link.textContent = LABEL;
    link.addEventListener('click', closeMenu);
    place.append(link);
  },
};

export default [
  navigation,
  part({ id: 'dsh-supervision', pluginPoint: 'cockpit.route', priority: 0, label: LABEL, properties: { path: BOARD } },
    async (place) => {
      const [board, one] = await Promise.all([import('/camunda/components/v1/board.js'), import('/camunda/components/v1/board-case.js')]);
      return board.mount(place, one.caseLink);
    }),
  part({ id: 'dsh-supervision-dashboard', pluginPoint: 'cockpit.dashboard', priority: FIRST, label: LABEL },
    async (place) => (await import('/camunda/components/v1/board-compact.js')).mount(place, `#${BOARD}`)),
  part({ id: 'dsh-definition', pluginPoint: 'cockpit.processDefinition.runtime.tab', priority: FIRST, label: LABEL },
    async (place, { processDefinitionId }) => (await import('/camunda/components/v1/board-definition.js')).mountTable(place, processDefinitionId)),
  part({ id: 'dsh-definition-badges', pluginPoint: 'cockpit.processDefinition.diagram.plugin', priority: 0, label: LABEL },
    async (viewer) => (await import('/camunda/components/v1/board-definition.js')).mountBadges(viewer, idInAddress())),
  part({ id: 'dsh-story', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: FIRST, label: 'Hạn, đôn đốc' },
    async (place, { processInstanceId }) => (await import('/camunda/components/v1/board-case.js')).mountStory(place, processInstanceId)),
  part({ id: 'dsh-story-badges', pluginPoint: 'cockpit.processInstance.diagram.plugin', priority: 0, label: 'Hạn, đôn đốc' },
    async (viewer) => (await import('/camunda/components/v1/board-case.js')).mountBadges(viewer, idInAddress())),
];
