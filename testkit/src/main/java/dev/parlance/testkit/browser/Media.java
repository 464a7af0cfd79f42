package dev.parlance.testkit.browser;

/** Where a page's media go: to another page, or to a silent phone. */
sealed interface Media permits Relay, SilentPhone {
    void close();
}
