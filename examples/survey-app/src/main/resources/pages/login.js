// A link can have the key after its #, which browsers do not send to the server.
const keyFromLink = new URLSearchParams(location.hash.slice(1)).get('key');
if (keyFromLink) {
  history.replaceState(null, '', location.pathname);
  const form = document.querySelector('form');
  form.key.value = keyFromLink;
  form.submit();
}
