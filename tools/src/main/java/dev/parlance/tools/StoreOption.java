package dev.parlance.tools;

import dev.parlance.settings.Settings;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Option;

/** The application's store. It must exist. */
final class StoreOption {
    private static final String POSTGRES = "jdbc:postgresql:";

    @Option(
            names = "--store",
            paramLabel = "FILE|URL",
            description =
                    "The application's store: an SQLite file, or a URL such as jdbc:postgresql://db.example/surveys."
                            + " User and password may be in the URL, in PGUSER and PGPASSWORD, or in a .pgpass file. Default:"
                            + " SURVEY_DATABASE, or survey.db.")
    private @Nullable String store;

    DocumentStore open() {
        Settings settings = Settings.standard();
        String place = store == null ? settings.find("SURVEY_DATABASE").orElse("survey.db") : store;
        return place.startsWith(POSTGRES)
                ? JdbcDocuments.existing(postgres(place, settings))
                : JdbcDocuments.existing(Path.of(place));
    }

    private static PGSimpleDataSource postgres(String url, Settings settings) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        if (database.getUser() == null) {
            settings.find("PGUSER").ifPresent(database::setUser);
        }
        if (database.getPassword() == null) {
            settings.find("PGPASSWORD").ifPresent(database::setPassword);
        }
        return database;
    }
}
