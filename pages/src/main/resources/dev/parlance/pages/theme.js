// A classic script in the head: the theme is set before the first paint. Values: "light", "dark"; none follows the system.
(() => {
  const KEY = 'parlance-theme';
  const stored = () => { try { return localStorage.getItem(KEY) ?? ''; } catch { return ''; } };
  const apply = theme => {
    if (theme) {
      document.documentElement.dataset.theme = theme;
    } else {
      delete document.documentElement.dataset.theme;
    }
  };
  apply(stored());
  addEventListener('storage', event => { if (event.key === KEY) apply(event.newValue ?? ''); });
  window.parlanceTheme = {
    get: stored,
    set(theme) {
      try { theme ? localStorage.setItem(KEY, theme) : localStorage.removeItem(KEY); } catch { /* private window: for this page only */ }
      apply(theme);
    },
  };
})();
