package dev.parlance.fake.browser.signalling;

/** Where a page's media go: to another page, or to a silent phone. */
sealed interface Media permits Relay, SilentPhone {
    void close();
}
