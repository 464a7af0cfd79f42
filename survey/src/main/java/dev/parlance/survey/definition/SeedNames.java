package dev.parlance.survey.definition;

import dev.parlance.survey.question.Jump;
import java.util.HashSet;
import java.util.Set;

/**
 * Derives question names from the template's. The template accepts any prompt key, such as {@code question-1}, even twice; a
 * name here is unique and consists of letters, digits and underscores.
 */
final class SeedNames {
    private static final int LONGEST = 56;

    private final Set<String> taken = new HashSet<>();

    String idOf(String prompt) {
        String plain = prompt.replaceAll("[^A-Za-z0-9_]", "_");
        boolean needsPrefix = !plain.matches("[A-Za-z].*") || Jump.isEnd(plain);
        String full = needsPrefix ? "question_" + plain : plain;
        String name = full.substring(0, Math.min(LONGEST, full.length()));
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
