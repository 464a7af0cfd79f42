package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.jdbc.JdbcDocuments;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens the surveys' store in the application's database. */
final class Databases {
    private static final String POSTGRESQL = "PostgreSQL";

    private Databases() {}

    static JdbcDocuments store(DataSource database) {
        String product = product(database);
        if (!product.equals(POSTGRESQL)) {
            throw new WrongDatabaseException(product);
        }
        return JdbcDocuments.postgres(database);
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException("The DataSource can't be opened: " + e.getMessage(), e);
        }
    }
}
