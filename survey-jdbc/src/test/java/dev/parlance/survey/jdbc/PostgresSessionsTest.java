package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.SessionStoreContract;
import dev.parlance.survey.store.SessionStore;

class PostgresSessionsTest extends SessionStoreContract {
    @Override
    protected SessionStore open() {
        return Postgres.open();
    }
}
