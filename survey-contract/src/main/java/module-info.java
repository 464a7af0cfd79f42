/** The tests that a store for surveys has to pass. */
module dev.parlance.survey.contract {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.parlance.survey;

    exports dev.parlance.survey.contract;
}
