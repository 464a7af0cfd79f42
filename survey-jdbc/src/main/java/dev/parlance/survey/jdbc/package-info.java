/**
 * Survey sessions in SQLite or PostgreSQL: {@link dev.parlance.survey.jdbc.JdbcDocuments}.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(JdbcDocuments.sqlite(Path.of("surveys.db"))).build();
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.jdbc;

import org.jspecify.annotations.NullMarked;
