/** The fake Twilio in tests: JUnit, assertions, conversations in text files. */
module dev.parlance.testkit {
    requires transitive dev.parlance.fake.twilio;
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.parlance.testkit;
}
