/** The design system of Parlance's web pages. */
module dev.parlance.pages {
    requires transitive dev.parlance.core;
    requires static org.jspecify;

    exports dev.parlance.pages;
}
