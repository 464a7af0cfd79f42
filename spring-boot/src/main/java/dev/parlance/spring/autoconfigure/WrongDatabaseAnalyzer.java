package dev.parlance.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a DataSource that can't hold the data of surveys. */
final class WrongDatabaseAnalyzer extends AbstractFailureAnalyzer<WrongDatabaseException> {
    private static final String ACTION =
            "Set spring.datasource.url to a PostgreSQL database, set parlance.surveys.sqlite to a file,"
                    + " define a DocumentStore bean, or keep the data in memory: parlance.surveys.in-memory=true.";

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongDatabaseException cause) {
        return new FailureAnalysis(cause.getMessage() + ".", ACTION, cause);
    }
}
