package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.DocumentStore;

class PostgresTalliesTest extends TalliesContract {
    @Override
    protected DocumentStore open() {
        return Postgres.open();
    }
}
