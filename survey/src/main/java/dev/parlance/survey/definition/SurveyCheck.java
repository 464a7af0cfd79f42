package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Attempts;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds all problems of a survey: what can't be asked, reached, said or distinguished. */
final class SurveyCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern SURVEY_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_LANGUAGES = 9;
    private static final String SWITCH = "languageOptionLanguage";
    /** The key suffix of a prompt's variant for one channel, for an invalid answer, or for a missing one. */
    private static final Pattern VARIANT = Pattern.compile("\\.(text|voice|also|unanswered|retry(\\.\\d+)?)$");

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final ProblemList problems;
    private final ProblemList warnings;
    private final Flow flow;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Group> groupOf = new LinkedHashMap<>();
    private final ConditionCheck conditions;
    private final Map<String, Words> words;
    private final Map<String, Map<String, List<String>>> variants = new HashMap<>();

    SurveyCheck(SurveyBuilder survey, Prompts prompts, Map<String, Words> words) {
        this.words = words;
        this.survey = survey;
        this.prompts = prompts;
        this.problems = new ProblemList(survey.name);
        this.warnings = new ProblemList(survey.name);
        this.flow = new Flow(survey.groups);
        this.conditions = new ConditionCheck(survey, prompts, questions, flow, problems, warnings);
    }

    List<Problem> problems() {
        names();
        languages();
        groups();
        questions.forEach(this::question);
        quotas();
        flow();
        gates();
        return problems.all();
    }

    /** Things that work, but probably not as intended. Call {@link #problems} first. */
    List<Problem> warnings() {
        return warnings.all();
    }

    private void gates() {
        for (String id : Gates.of(survey.groups)) {
            Question question = questions.get(id);
            if (question == null) {
                continue;
            }
            String path = paths.getOrDefault(id, "");
            String consequence = ", but its answer decides who may take part: anyone who skips it continues."
                    + " Add a jump that ends the survey if there is no answer, or ";
            if (question.settings().optional()) {
                warnings.add(path, "is optional" + consequence + "make it required");
            }
            if (question.settings()
                    .attempts()
                    .filter(own -> own.then() == Attempts.Then.SKIP)
                    .isPresent()) {
                warnings.add(path + ".attempts", "says \"skip\"" + consequence + "use \"goOn\" or \"end\"");
            }
        }
    }

    private void names() {
        if (!SURVEY_NAME.matcher(survey.name).matches()) {
            problems.add(
                    "name",
                    "is \"" + survey.name
                            + "\", but must start with a letter or digit and contain at most 64 letters, digits,"
                            + " dots, underscores and hyphens");
        }
        if (survey.groups.isEmpty()) {
            problems.add("questions", "is empty; add at least one question");
        }
        Set<String> groupNames = new HashSet<>();
        for (int i = 0; i < survey.groups.size(); i++) {
            Group group = survey.groups.get(i);
            String path = "questions[" + i + "]";
            if (!group.isAlone()) {
                name(path + ".group", group.id(), groupNames);
            }
            for (int j = 0; j < group.questions().size(); j++) {
                Question question = group.questions().get(j);
                String place = group.isAlone() ? path : path + ".questions[" + j + "]";
                name(place + ".id", question.id(), groupNames);
                questions.put(question.id(), question);
                paths.put(question.id(), place);
                groupOf.put(question.id(), group);
            }
        }
        for (String variable : survey.variables.keySet()) {
            name("variables." + variable, variable, groupNames);
        }
    }

    private void name(String path, String name, Set<String> taken) {
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    path,
                    "is \"" + name
                            + "\", but must start with a letter and contain at most 64 letters, digits and underscores");
        } else if (Jump.isEnd(name)) {
            problems.add(path, "is \"" + name + "\", which is reserved for an end of the survey");
        } else if (!taken.add(name)) {
            problems.add(path, "is \"" + name + "\", which is already used");
        }
    }

    private void languages() {
        if (survey.opening == OpeningStyle.ASK && prompts.languages().size() > MOST_LANGUAGES) {
            problems.add(
                    "opening",
                    "can offer at most " + MOST_LANGUAGES + " languages, one per key, but there are "
                            + prompts.languages().size());
        }
        survey.fallbackLanguage
                .filter(tag -> !Words.isKnown(tag))
                .ifPresent(tag ->
                        problems.add("fallbackLanguage", "is \"" + tag + "\", a language without built-in sentences"));
        for (Language language : prompts.languages()) {
            Set<String> missing = NeededWords.of(survey, Words.missing(language));
            if (!missing.isEmpty()) {
                missing(language.tag(), String.join(", ", missing));
            }
            Words.problems(language, NeededWords.ofKinds(survey)).forEach(problems::add);
        }
        survey.wording.forEach((moment, key) -> prompt(moment.word(), key, this::isKnown));
        if (survey.opening == OpeningStyle.CONTINUE_OR_SWITCH) {
            List.of("welcome", "languageOptionSMS", "welcomeContinue")
                    .forEach(key -> prompt("opening", key, any -> false));
            if (prompts.languages().size() > 1) {
                List.of("languageOption", "languageOptionLanguageName", "languageOptionLanguageReply")
                        .forEach(key -> prompt("opening", key, any -> false));
                prompt("opening", SWITCH, any -> false);
            }
            prompts.languages().forEach(this::switchesTo);
        }
    }

    private void missing(String tag, String keys) {
        if (survey.fallbackLanguage.isPresent()) {
            warnings.add(
                    "",
                    "has prompts in " + tag + ", a language without built-in sentences: it uses those of "
                            + survey.fallbackLanguage.get() + ". To change that, add these prompts to " + tag + ": "
                            + keys);
        } else {
            problems.add(
                    "",
                    "has prompts in " + tag + ", a language without built-in sentences. Add these prompts to " + tag
                            + ": " + keys + "; or use the sentences of another language: \"fallbackLanguage\": \"en\"");
        }
    }

    /** Checks the language that a prompt file offers to switch to. If the survey has only one language, the offer is never made. */
    private void switchesTo(Language language) {
        if (!language.contains(SWITCH) || prompts.find(language.text(SWITCH)).isPresent()) {
            return;
        }
        String what = "offers \"" + language.text(SWITCH) + "\" in the prompt \"" + SWITCH + "\" of " + language.tag()
                + ", but there is no prompt file for that language";
        if (prompts.languages().size() > 1) {
            problems.add("opening", what);
        } else {
            warnings.add("opening", what + "; calls do not offer it");
        }
    }

    private boolean isKnown(String name) {
        return survey.variables.containsKey(name) || questions.containsKey(name);
    }

    private void prompt(String path, String key, Predicate<String> allowed) {
        for (Language language : prompts.languages()) {
            if (!language.contains(key)) {
                problems.add(path, "needs the prompt \"" + key + "\", which is missing in " + language.tag());
                continue;
            }
            variantsOf(key, language).forEach(variant -> placeholders(path, variant, language, allowed));
        }
    }

    private void placeholders(String path, String key, Language language, Predicate<String> allowed) {
        Set<String> unknown = new TreeSet<>(language.placeholders(key));
        unknown.removeIf(allowed);
        if (!unknown.isEmpty()) {
            problems.add(
                    path,
                    "uses the prompt \"" + key + "\", which in " + language.tag() + " has the placeholder {"
                            + String.join("}, {", unknown)
                            + "}: neither a variable nor an earlier question");
        }
    }

    private void groups() {
        for (int i = 0; i < survey.groups.size(); i++) {
            Group group = survey.groups.get(i);
            String path = "questions[" + i + "]";
            if (group.questions().isEmpty()) {
                problems.add(path, "is a group without questions");
                continue;
            }
            String first = group.questions().get(0).id();
            conditions.check(path + ".when", group.when(), first, Set.of());
            String counted = group.repeat().question();
            if (counted.isEmpty()) {
                continue;
            }
            Question question = questions.get(counted);
            if (question == null) {
                problems.add(path + ".repeat", "refers to question \"" + counted + "\", which does not exist");
            } else if (group.repeat().by() == Repeat.By.NUMBER
                    && !question.answers().isNumber()) {
                problems.add(
                        path + ".repeat", "needs a number, but the answers to \"" + counted + "\" are not numbers");
            } else if (group.repeat().by() == Repeat.By.CHOSEN && !(question.answers() instanceof AnswerType.Options)) {
                problems.add(path + ".repeat", "needs chosen options, but \"" + counted + "\" has no options");
            } else if (!flow.canComeBefore(counted, first)) {
                problems.add(
                        path + ".repeat",
                        "refers to question \"" + counted + "\", which is never asked before this point");
            }
        }
    }

    private void question(String id, Question question) {
        String path = paths.getOrDefault(id, "");
        Group group = groupOf.get(id);
        Set<String> ofTheRound = group == null || group.repeat().isOnce() ? Set.of() : Set.of("n", "item");
        prompt(
                path,
                question.settings().prompt(),
                name -> survey.variables.containsKey(name)
                        || ofTheRound.contains(name)
                        || (questions.containsKey(name) && flow.canComeBefore(name, id)));
        unanswered(path, question, group);
        question.promptKeys().forEach(key -> prompt(path + ".options", key, any -> false));
        conditions.check(path + ".when", question.settings().when(), id, Set.of());
        for (int i = 0; i < question.settings().next().size(); i++) {
            Jump jump = question.settings().next().get(i);
            String place = path + ".next" + (question.settings().next().size() == 1 ? "" : "[" + i + "]");
            jump(place, jump, id);
            conditions.check(place + ".when", jump.when(), id, Set.of(id));
        }
        question.check(words.values(), problems.below(path), warnings.below(path));
    }

    /** Finds prompts that include an answer that may be missing, with no text to replace it. */
    private void unanswered(String path, Question question, @Nullable Group group) {
        Set<String> surelyAnswered =
                new HashSet<>(Unanswered.excludedBy(question.settings().when()));
        if (group != null) {
            surelyAnswered.addAll(Unanswered.excludedBy(group.when()));
        }
        for (Language language : prompts.languages()) {
            variantsOf(question.settings().prompt(), language)
                    .forEach(key -> unanswered(path, key, language, surelyAnswered));
        }
    }

    private void unanswered(String path, String key, Language language, Set<String> surelyAnswered) {
        for (String placeholder : language.placeholders(key)) {
            Question piped = questions.get(placeholder);
            if (piped == null
                    || surelyAnswered.contains(placeholder)
                    || language.contains(piped.settings().prompt() + ".unanswered")) {
                continue;
            }
            String what = "uses the prompt \"" + key + "\", which in " + language.tag() + " has the placeholder {"
                    + placeholder
                    + "}, but that question may have no answer. Add the prompt \""
                    + piped.settings().prompt()
                    + ".unanswered\" to " + language.tag() + "; its text replaces a missing answer";
            if (Unanswered.byChoice(piped)) {
                problems.add(path, what);
            } else if (Unanswered.byAccident(piped, groupOf.get(placeholder), survey.rules.attempts())) {
                warnings.add(path, what);
            }
        }
    }

    /** A prompt in one language, with its variants for a channel or an invalid answer. */
    private List<String> variantsOf(String key, Language language) {
        return variants.computeIfAbsent(
                        language.tag(),
                        tag -> language.keys().stream()
                                .collect(Collectors.groupingBy(
                                        variant -> VARIANT.matcher(variant).replaceFirst(""))))
                .getOrDefault(key, language.contains(key) ? List.of(key) : List.of());
    }

    private void jump(String path, Jump jump, String from) {
        if (jump.isEnd()) {
            return;
        }
        Group target = groupOf.get(jump.to());
        boolean isGroup = survey.groups.stream().anyMatch(group -> group.id().equals(jump.to()));
        if (target == null && !isGroup) {
            problems.add(path, "goes to \"" + jump.to() + "\", which does not exist");
        } else if (!isGroup && target != null && !target.equals(groupOf.get(from))) {
            problems.add(
                    path,
                    "goes to \"" + jump.to() + "\", which is inside the group \"" + target.id()
                            + "\"; go to the group instead");
        }
    }

    private void quotas() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < survey.quotas.size(); i++) {
            Quota quota = survey.quotas.get(i);
            String path = "quotas[" + i + "]";
            if (!taken.add(quota.name())) {
                problems.add(path + ".name", "is \"" + quota.name() + "\", which is already used");
            }
            conditions.check(path + ".when", quota.when(), Flow.END, Set.of());
            quota.prompt().ifPresent(key -> prompt(path + ".prompt", key, this::isKnown));
        }
    }

    private void flow() {
        for (String id : flow.unreachable()) {
            problems.add(paths.getOrDefault(id, ""), "can never be asked: nothing leads to it");
        }
        for (String id : flow.endless()) {
            problems.add(paths.getOrDefault(id, ""), "is part of an endless loop");
        }
    }
}
