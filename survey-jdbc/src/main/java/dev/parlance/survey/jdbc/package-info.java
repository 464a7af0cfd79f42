/** {@link dev.parlance.survey.jdbc.JdbcDocuments}: survey sessions in SQLite, one file beside the application, or in PostgreSQL. */
@NullMarked
package dev.parlance.survey.jdbc;

import org.jspecify.annotations.NullMarked;
