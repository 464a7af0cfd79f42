package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.DocumentStoreContract;
import dev.parlance.survey.store.DocumentStore;

class PostgresDocumentsTest extends DocumentStoreContract {
    @Override
    protected DocumentStore open() {
        return Postgres.open();
    }
}
