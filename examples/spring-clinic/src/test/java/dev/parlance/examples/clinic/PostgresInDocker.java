package dev.parlance.examples.clinic;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL server in a container, for tests on machines with Docker: {@code @Import(PostgresInDocker.class)}. */
@TestConfiguration(proxyBeanMethods = false)
class PostgresInDocker {
    @Bean
    @ServiceConnection
    PostgreSQLContainer postgres() {
        return new PostgreSQLContainer("postgres:17");
    }
}
