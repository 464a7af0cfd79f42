package dev.parlance.survey.definition;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds keywords that can't start a survey, because they are empty, commands, or there twice. */
final class KeywordCheck {
    private static final int LONGEST = 40;

    private final SurveyBuilder survey;
    private final Collection<Words> languages;
    private final ProblemList problems;

    KeywordCheck(SurveyBuilder survey, Collection<Words> languages, ProblemList problems) {
        this.survey = survey;
        this.languages = languages;
        this.problems = problems;
    }

    void check() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < survey.entry.keywords().size(); i++) {
            String keyword = survey.entry.keywords().get(i);
            String folded = TextNormalizer.normalize(keyword);
            String path = "keywords[" + i + "]";
            if (folded.isEmpty() || keyword.length() > LONGEST) {
                problems.add(path, "is \"" + keyword + "\", but must have 1 to " + LONGEST + " letters or digits");
            } else if (!taken.add(folded)) {
                problems.add(path, "is \"" + keyword + "\", which is already used");
            } else {
                commands(path, keyword, folded);
            }
        }
    }

    private void commands(String path, String keyword, String folded) {
        for (Words words : languages) {
            new CommandWords(words, survey)
                    .find(folded)
                    .ifPresent(command -> problems.add(
                            path,
                            "is \"" + keyword + "\", which is the command to " + command + " in "
                                    + words.language().tag()));
        }
    }
}
