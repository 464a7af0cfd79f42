package dev.parlance.spring.autoconfigure;

import java.io.Serial;

/** The application's DataSource can't hold the data of surveys. */
final class WrongDatabaseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    WrongDatabaseException(String product) {
        super("The DataSource is a database of " + product + ", but surveys need PostgreSQL");
    }
}
