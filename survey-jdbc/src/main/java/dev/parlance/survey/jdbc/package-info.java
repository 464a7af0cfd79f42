/** {@link dev.parlance.survey.jdbc.JdbcDocuments}: survey sessions in SQLite (a single file) or PostgreSQL. */
@NullMarked
package dev.parlance.survey.jdbc;

import org.jspecify.annotations.NullMarked;
