/*
 * Loads the page's module when the page has been painted once, so that many modules don't delay the first paint:
 * <script type="module" src="design/start.js" data-page="page.js"></script>
 */
const start = () => import(new URL(document.querySelector('script[data-page]').dataset.page, document.baseURI));
if (document.hidden) {
  start(); // a page in the background isn't painted
} else {
  requestAnimationFrame(() => setTimeout(start));
}
