package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.ChangesContract;
import dev.parlance.survey.store.DocumentStore;

class PostgresChangesTest extends ChangesContract {
    @Override
    protected DocumentStore open() {
        return Postgres.open();
    }
}
