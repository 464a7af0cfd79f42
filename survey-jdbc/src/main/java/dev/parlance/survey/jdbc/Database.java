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
 * Runs statements, and runs them again if they collided with others: then the database has undone them. PostgreSQL says so
 * where transactions wait for each other in a circle; databases that check for collisions at the end, such as CockroachDB, say
 * so at any time.
 */
final class Database {
    private static final int MOST_TRIES = 20;
    private static final long LONGEST_PAUSE = 5_000_000;
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    private final DataSource connections;

    Database(DataSource connections) {
        this.connections = connections;
    }

    /** What is done with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs one statement, which is committed when it returns. */
    <T> T run(Work<T> statement) {
        return run(statement, Database::isCollision);
    }

    /** Runs one statement, and runs it again after these failures. */
    <T> T run(Work<T> statement, Predicate<SQLException> isTriedAgain) {
        for (int tries = 1; ; tries++) {
            try (Connection connection = connections.getConnection()) {
                return statement.on(connection);
            } catch (SQLException e) {
                if (!isTriedAgain.test(e)) {
                    throw new StoreException("The database did not answer: " + e.getMessage(), e);
                }
                if (tries == MOST_TRIES) {
                    throw new StoreException(
                            "A statement collided with others each of " + MOST_TRIES + " times: " + e.getMessage(), e);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(tries * LONGEST_PAUSE));
        }
    }

    /** Runs several statements, of which all are committed or none. */
    <T> T inTransaction(Work<T> statements) {
        return run(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = statements.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        });
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    static boolean isCollision(SQLException e) {
        return hasState(e, COLLISIONS);
    }

    /** Whether an exception, one of its causes, or one of a batch has one of these states. */
    static boolean hasState(SQLException e, Set<String> states) {
        for (Throwable each : e) {
            if (each instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
