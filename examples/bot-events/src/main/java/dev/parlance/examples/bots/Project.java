package dev.parlance.examples.bots;

import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The projects with a bot. */
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

    /** Settings from the project's own file only, so that the bots cannot get each other's. */
    Settings settings() {
        return Settings.from(file());
    }

    /** Settings from the environment and then the file, for a container with one bot. */
    Settings settingsOfContainer() {
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

    /** The app's slash command. */
    String command() {
        return command;
    }
}
