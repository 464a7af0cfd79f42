/** The signed requests that every server adapter must answer correctly. */
module dev.parlance.security.contract {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.parlance.security;

    exports dev.parlance.security.contract;
}
