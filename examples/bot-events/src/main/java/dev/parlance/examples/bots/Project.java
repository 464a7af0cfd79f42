package dev.parlance.examples.bots;

import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The projects that have a bot. */
enum Project {
    CODE_DOC("CodeDoc", "code-doc", 8301, "/ask-code"),
    STUDI_PUBLIC_WEBSITE("StudiPublicWebsite", "studi-public-website", 8302, "/ask-website");

    private final String title;
    private final String file;
    private final int port;
    private final String command;

    Project(String title, String file, int port, String command) {
        this.title = title;
        this.file = file;
        this.port = port;
        this.command = command;
    }

    static Optional<Project> named(String name) {
        return Arrays.stream(values())
                .filter(project -> List.of(project.title, project.file).contains(name))
                .findFirst();
    }

    /** Its file alone, so that what one bot is given cannot reach the other. */
    Settings settings() {
        return Settings.from(file());
    }

    /** The environment and then its file: for a container, which runs one bot. */
    Settings settingsOfAContainer() {
        return Settings.from(SettingsSource.environment(), file());
    }

    private SettingsSource file() {
        return SettingsSource.envFile(Path.of(file + ".env"));
    }

    String title() {
        return title;
    }

    int port() {
        return port;
    }

    /** The slash command of its app. */
    String command() {
        return command;
    }
}
