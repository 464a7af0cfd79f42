package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.time.LocalDate;

/**
 * Who is asked, as far as it matters to how a question is put and its answer read.
 *
 * @param words the language
 * @param medium how the person is talked to
 * @param today the day where the person is
 * @param seed what the order of options is drawn by: the same for one person always
 */
public record Hearing(Words words, Medium medium, LocalDate today, long seed) {}
