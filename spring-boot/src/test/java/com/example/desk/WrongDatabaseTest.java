package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application whose DataSource is neither PostgreSQL nor SQLite. */
@ExtendWith(OutputCaptureExtension.class)
class WrongDatabaseTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setUrl("jdbc:h2:mem:wrong");
            return database;
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(settings);
    }

    @Test
    void the_start_ends_with_what_to_do(CapturedOutput output) {
        assertThatThrownBy(WrongDatabaseTest::start).isNotNull();

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "The DataSource is a database of H2, but surveys need PostgreSQL.",
                        "Set spring.datasource.url to a PostgreSQL database, set parlance.surveys.sqlite to a file");
    }

    @Test
    void it_is_left_alone_if_the_surveys_have_another_store(CapturedOutput output) {
        start("--parlance.surveys.in-memory=true").close();

        assertThat(output).doesNotContain("surveys need PostgreSQL");
    }
}
