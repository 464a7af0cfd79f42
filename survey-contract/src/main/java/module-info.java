/** The tests that every survey store must pass. */
module dev.parlance.survey.contract {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.parlance.survey;

    exports dev.parlance.survey.contract;
}
