package dev.parlance.survey.definition;

import dev.parlance.survey.question.Jump;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of questions, made of the template's. That takes any key of a prompt, such as {@code question-1}, and the same one twice;
 * here a name is of letters, digits and underscores, and stands for one question.
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
