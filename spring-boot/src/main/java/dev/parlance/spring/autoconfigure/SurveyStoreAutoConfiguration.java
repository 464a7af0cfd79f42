package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.Surveys;
import dev.parlance.survey.jdbc.JdbcDocuments;
import dev.parlance.survey.store.DocumentStore;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of the surveys: the file of {@code parlance.surveys.sqlite}, the application's DataSource, or memory. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(DocumentStore.class)
class SurveyStoreAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyStoreAutoConfiguration.class);

    /** The stores of {@code parlance-survey-jdbc}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcDocuments.class)
    @ConditionalOnProperty(name = "parlance.surveys.in-memory", havingValue = "false", matchIfMissing = true)
    static class Jdbc {
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean(DocumentStore.class)
        @ConditionalOnProperty("parlance.surveys.sqlite")
        JdbcDocuments sqliteSurveyStore(ParlanceProperties properties) {
            Path file = properties.surveys().sqlite();
            if (file == null) {
                throw new IllegalStateException("parlance.surveys.sqlite is empty");
            }
            return JdbcDocuments.sqlite(file);
        }

        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean(DocumentStore.class)
        @ConditionalOnBean(DataSource.class)
        JdbcDocuments surveyStore(DataSource database) {
            return Databases.store(database);
        }
    }

    @Bean
    @ConditionalOnMissingBean(DocumentStore.class)
    DocumentStore memorySurveyStore(ParlanceProperties properties, ListableBeanFactory beans) {
        boolean hasSurveys = beans.getBeanNamesForType(Surveys.class, false, false).length > 0;
        if (hasSurveys && !properties.surveys().inMemory()) {
            LOG.warn(
                    "The surveys' data is only in memory and lost when the application stops. Add a DataSource for PostgreSQL"
                            + " or set parlance.surveys.sqlite; parlance.surveys.in-memory=true says that memory is enough");
        }
        return DocumentStore.inMemory();
    }
}
