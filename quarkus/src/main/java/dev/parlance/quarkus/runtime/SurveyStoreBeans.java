package dev.parlance.quarkus.runtime;

import dev.parlance.survey.store.DocumentStore;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The store of the surveys: the file of {@code parlance.surveys.sqlite}, or memory. */
@Singleton
public final class SurveyStoreBeans {
    private static final Logger LOG = Logger.getLogger(SurveyStoreBeans.class);

    @Produces
    @Singleton
    @DefaultBean
    DocumentStore store(ParlanceConfig properties) {
        ParlanceConfig.Surveys surveys = properties.surveys();
        if (surveys.inMemory()) {
            return new MemoryStore();
        }
        return surveys.sqlite().map(SqliteStore::open).orElseGet(SurveyStoreBeans::memoryWithWarning);
    }

    private static DocumentStore memoryWithWarning() {
        LOG.warn(
                "The surveys' data is only in memory and lost when the application stops. Set parlance.surveys.sqlite or define a"
                        + " DocumentStore bean; parlance.surveys.in-memory=true says that memory is enough");
        return new MemoryStore();
    }

    void close(@Disposes DocumentStore store) {
        store.close();
    }
}
