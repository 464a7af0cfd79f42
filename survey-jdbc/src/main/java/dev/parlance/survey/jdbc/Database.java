package dev.parlance.survey.jdbc;

import dev.parlance.survey.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Runs statements, and retries those that the database rolled back because they collided with others. PostgreSQL does so on
 * deadlocks; databases that check for conflicts at commit, such as CockroachDB, do so at any time.
 */
final class Database {
    private static final int MOST_ATTEMPTS = 20;
    private static final long LONGEST_PAUSE = 5_000_000;
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    private final DataSource connections;

    Database(DataSource connections) {
        this.connections = connections;
    }

    /** Work done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs one statement; it is committed when this returns. */
    <T> T run(Work<T> statement) {
        return run(statement, Database::isCollision);
    }

    /** Runs one statement, and retries it after failures that match. */
    <T> T run(Work<T> statement, Predicate<SQLException> isRetried) {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connections.getConnection()) {
                return statement.on(connection);
            } catch (SQLException e) {
                if (!isRetried.test(e)) {
                    throw new StoreException("The database request failed: " + e.getMessage(), e);
                }
                if (attempt == MOST_ATTEMPTS) {
                    throw new StoreException(
                            "A statement collided with others in all " + MOST_ATTEMPTS + " attempts: " + e.getMessage(),
                            e);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * LONGEST_PAUSE));
        }
    }

    /** Runs several statements in one transaction. */
    <T> T inTransaction(Work<T> statements) {
        return run(connection -> {
            try {
                connection.setAutoCommit(false);
                T result = statements.on(connection);
                // This commits. SQLite's driver would begin another transaction after commit(), and wait for the lock
                // again.
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(connection::rollback, e);
                // SQLite's driver leaves this off even if it could not begin the transaction.
                undo(() -> connection.setAutoCommit(true), e);
                throw e;
            }
        });
    }

    private interface Undoing {
        void run() throws SQLException;
    }

    private static void undo(Undoing step, Exception cause) {
        try {
            step.run();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    static boolean isCollision(SQLException e) {
        return hasState(e, COLLISIONS);
    }

    /** Whether an exception, one of its causes or one of a batch has one of these SQLSTATEs. */
    static boolean hasState(SQLException e, Set<String> states) {
        for (Throwable each : e) {
            if (each instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
