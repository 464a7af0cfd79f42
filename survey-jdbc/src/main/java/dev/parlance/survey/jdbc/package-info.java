/**
 * Survey sessions in SQLite (a single file) or PostgreSQL: {@link dev.parlance.survey.jdbc.JdbcDocuments}.
 *
 * <pre>{@code
 * try (JdbcDocuments store = JdbcDocuments.sqlite(Path.of("surveys.db"))) {
 *     Surveys surveys = Surveys.builder(survey).store(store).build();
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.survey.jdbc;

import org.jspecify.annotations.NullMarked;
