package dev.parlance.examples.survey;

import dev.parlance.aws.settings.ParameterStore;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import dev.parlance.settings.SettingsSource;
import java.util.Optional;

/**
 * The settings of the functions: from the environment, which the template sets, and from Parameter Store.
 *
 * @param settings all settings
 * @param parameters those in Parameter Store
 * @param bucket the bucket with the survey and the results
 * @param table the table with the sessions; empty if they are in the bucket
 * @param bus the bus that receives the events
 * @param eventSource the source of the events
 * @param eventType the detail type of the events
 * @param defaultLanguage the language for people who speak none of the survey's languages
 */
record Setup(
        Settings settings,
        ParameterStore parameters,
        String bucket,
        Optional<String> table,
        String bus,
        String eventSource,
        String eventType,
        String defaultLanguage) {

    static Setup fromEnvironment() {
        Settings environment = Settings.from(SettingsSource.environment());
        SettingsReader read = environment.reader();
        Optional<String> path = read.required("PARAMETER_PATH", "a path of Parameter Store", String::valueOf);
        Optional<String> bucket = read.required("S3_BUCKET", "a bucket", String::valueOf);
        Optional<String> bus = read.required("EVENTBUS_NAME", "a bus of EventBridge", String::valueOf);
        Optional<String> source = read.required("EVENT_SOURCE_NAME", "the source of events", String::valueOf);
        Optional<String> type = read.required("EVENT_DETAIL_TYPE", "the detail type of events", String::valueOf);
        Optional<String> language = read.required("DEFAULT_LANGUAGE", "a language such as en-US", String::valueOf);
        read.failOnProblems();
        ParameterStore parameters = ParameterStore.in(Clients.ssm(), path.orElseThrow());
        return new Setup(
                Settings.from(SettingsSource.environment(), parameters),
                parameters,
                bucket.orElseThrow(),
                environment.find("SURVEY_TABLE"),
                bus.orElseThrow(),
                source.orElseThrow(),
                type.orElseThrow(),
                language.orElseThrow());
    }

    /** A setting that is required when it is first used. */
    String required(String name) {
        SettingsReader read = settings.reader();
        Optional<String> value = read.required(name, "set it below PARAMETER_PATH", String::valueOf);
        read.failOnProblems();
        return value.orElseThrow();
    }
}
