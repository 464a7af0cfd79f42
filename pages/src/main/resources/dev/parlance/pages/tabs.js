/**
 * Runs a tab list. Each tab has `aria-controls` with the id of its panel. Arrow keys move between tabs. Calls `chosen(panelId)`
 * after each change.
 */
export function runTabs(list, chosen = () => {}) {
  const tabs = () => [...list.querySelectorAll('[role="tab"]')].filter(tab => !tab.hidden);
  const choose = tab => {
    for (const each of list.querySelectorAll('[role="tab"]')) {
      const isChosen = each === tab;
      each.setAttribute('aria-selected', String(isChosen));
      each.tabIndex = isChosen ? 0 : -1;
      document.getElementById(each.getAttribute('aria-controls')).hidden = !isChosen;
    }
    chosen(tab.getAttribute('aria-controls'));
  };
  list.addEventListener('click', event => {
    const tab = event.target.closest('[role="tab"]');
    if (tab) {
      choose(tab);
    }
  });
  list.addEventListener('keydown', event => {
    const all = tabs();
    const at = all.indexOf(event.target.closest('[role="tab"]'));
    const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to = event.key === forward ? at + 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? at - 1
        : event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : undefined;
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      const tab = all[(to + all.length) % all.length];
      choose(tab);
      tab.focus();
    }
  });
  choose(list.querySelector('[aria-selected="true"]') ?? tabs()[0]);
  return panel => choose(list.querySelector(`[aria-controls="${panel}"]`));
}
