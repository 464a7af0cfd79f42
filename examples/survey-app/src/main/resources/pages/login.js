// A link may bring the key behind its #, which browsers send to nobody.
const brought = new URLSearchParams(location.hash.slice(1)).get('key');
if (brought) {
  history.replaceState(null, '', location.pathname);
  const form = document.querySelector('form');
  form.key.value = brought;
  form.submit();
}
