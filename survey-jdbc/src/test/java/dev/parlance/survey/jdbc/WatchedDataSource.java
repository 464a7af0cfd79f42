package dev.parlance.survey.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source that reports each request to a test before it is made, so that the test can reject it. */
final class WatchedDataSource {
    /** Called before each request, with the name of the JDBC method. */
    interface Watcher {
        void beforeRequest(String request) throws SQLException;
    }

    private WatchedDataSource() {}

    static DataSource of(DataSource connections, Watcher watcher) {
        return proxy(DataSource.class, connections, watcher);
    }

    private static <T> T proxy(Class<T> type, Object real, Watcher watcher) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            String name = method.getName();
            if (name.startsWith("execute") || name.matches("commit|rollback|setAutoCommit|isValid")) {
                watcher.beforeRequest(name);
            }
            try {
                Object result = method.invoke(real, args);
                boolean isWatched = result instanceof Connection || result instanceof Statement;
                return isWatched ? proxy(method.getReturnType(), result, watcher) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
