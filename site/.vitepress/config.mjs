import { defineConfig } from 'vitepress'

// The site is made of the Markdown of this repository as it is: README, docs/, and each example's README.
export default defineConfig({
  title: 'Parlance',
  description: 'Talk to people over Twilio, by text and by voice, in their own language.',
  srcDir: process.env.SITE_SOURCE,
  outDir: process.env.SITE_OUT,
  cacheDir: process.env.SITE_OUT + '.cache',
  cleanUrls: false,
  rewrites: {
    'README.md': 'index.md',
    'examples/:name/README.md': 'examples/:name/index.md'
  },
  markdown: { config: md => md.core.ruler.push('links', linksWithinTheSite) },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [{ text: 'API reference', link: '/javadoc/index.html', target: '_self' }],
    sidebar: [
      group('Start', { 'README': '/', 'Glossary': '/docs/GLOSSARY' }),
      group('Answer texts and calls', {
        'Prompts': '/docs/PROMPTS', 'Webhooks': '/docs/WEBHOOKS', 'Signatures': '/docs/SIGNATURES', 'Proxies': '/docs/PROXIES'
      }),
      group('Run surveys', {
        'Surveys': '/docs/SURVEYS', 'Editing': '/docs/EDITING', 'Checking': '/docs/CHECKING', 'Languages and replies': '/docs/LANGUAGES',
        'Results': '/docs/RESULTS', 'Results page': '/docs/RESULTS_PAGE', 'Campaigns': '/docs/CAMPAIGNS', 'Several surveys': '/docs/SEVERAL_SURVEYS', 'Events': '/docs/EVENTS', 'From the SAM template': '/docs/FROM_THE_TEMPLATE'
      }),
      group('Text and call people', { 'Account': '/docs/ACCOUNT', 'Calls in browsers': '/docs/BROWSER_CALLS' }),
      group('Test', { 'Testing': '/docs/TESTING', 'Simulator': '/docs/SIMULATOR', 'Fidelity of the fake': '/docs/FIDELITY', 'Operations of the fake': '/docs/OPERATIONS', "Twilio's clients": '/docs/CLIENTS' }),
      group('Pages', { 'Pages in the same look': '/docs/PAGES' }),
      group('Observe', { 'Metrics, traces and health': '/docs/OBSERVATION' }),
      group('Other servers', { 'Jetty, Ktor, Micronaut, Kotlin': '/docs/FRAMEWORKS' }),
      group('Spring Boot', { 'Spring Boot': '/docs/SPRING', 'The clinic': '/examples/spring-clinic/' }),
      group('Quarkus', { 'Quarkus': '/docs/QUARKUS', 'The greeting': '/examples/quarkus-greeting/' }),
      group('Deploy', { 'AWS': '/docs/AWS', 'Twilio Functions': '/docs/DEPLOYING', 'Bots': '/docs/BOTS' }),
      group('Look inside', {
        'Architecture': '/docs/ARCHITECTURE', 'Benchmarks': '/docs/BENCHMARKS', 'Dependencies': '/docs/DEPENDENCIES',
        'Contributing': '/CONTRIBUTING', 'Changelog': '/CHANGELOG'
      })
    ]
  }
})

function group(text, pages) {
  return { text, items: Object.entries(pages).map(([text, link]) => ({ text, link })) }
}

/** Folders of examples are pages here; other files of the repository are copied to files/. */
function linksWithinTheSite(state) {
  const links = state.tokens.flatMap(token => token.children ?? []).filter(token => token.type === 'link_open')
  for (const link of links) {
    link.attrSet('href', link.attrGet('href')
      .replace(/^(?:\.\.\/)?examples\/([\w-]+)\/?$/, '/examples/$1/')
      .replace(/^(?:\.\.\/)?([\w-]+\/[^#]+\.(?:json|ya?ml))$/, '/files/$1')
      .replace(/^(?:\.\.\/)?([\w-]+\/[^#]+\.(?:java|kt))$/, '/files/$1.txt')
      .replace(/^gallery\/([\w-]+)$/, '/files/examples/surveys/gallery/$1/survey.json')
      .replace(/^(?:\.\.\/)?examples\/?$/, '/examples/')
      .replace(/^LICENSE$/, '/files/LICENSE.txt'))
  }
}
