/** Survey sessions in SQLite or PostgreSQL. */
module dev.parlance.survey.jdbc {
    requires com.zaxxer.hikari;
    requires transitive dev.parlance.survey;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.parlance.survey.jdbc;
}
