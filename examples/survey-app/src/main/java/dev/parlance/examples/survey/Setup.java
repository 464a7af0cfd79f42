package dev.parlance.examples.survey;

import dev.parlance.settings.Secret;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the application is told from outside, beside its Twilio account.
 *
 * @param listen where it listens
 * @param publicUrl where Twilio reaches it, and what Twilio signs
 * @param key who has it may begin with people and see the results
 * @param folder the survey: {@code survey.json} and its prompts
 * @param database the file of the embedded store
 */
record Setup(InetSocketAddress listen, URI publicUrl, Secret key, Path folder, Path database) {
    private static final int SHORTEST_KEY = 16;

    /** From {@code PORT}, {@code PUBLIC_URL}, {@code SURVEY_KEY}, {@code SURVEY_FOLDER} and {@code SURVEY_DATABASE}. */
    static Setup from(Settings settings) {
        SettingsReader read = settings.reader();
        Optional<Integer> port = read.optional("PORT", "a port, such as 8080", Integer::valueOf);
        Optional<URI> publicUrl = read.required("PUBLIC_URL", PublicUrl.WANTED, PublicUrl::parse);
        Optional<Secret> key = read.required(
                "SURVEY_KEY", "a secret of at least 16 characters; openssl rand -hex 16 makes one", Setup::key);
        Optional<Path> folder = read.optional("SURVEY_FOLDER", "a folder with survey.json and prompts", Path::of);
        Optional<Path> database = read.optional("SURVEY_DATABASE", "a file for the answers", Path::of);
        read.failOnFaults();
        return new Setup(
                new InetSocketAddress(port.orElse(8080)),
                publicUrl.orElseThrow(),
                key.orElseThrow(),
                folder.orElse(Path.of("survey")),
                database.orElse(Path.of("survey.db")));
    }

    private static Secret key(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key is too short");
        }
        return Secret.of(text);
    }
}
