package dev.parlance.testkit.browser;

/** What a page's media go to: another page, or a phone that is silent. */
sealed interface Media permits Relay, SilentPhone {
    void close();
}
