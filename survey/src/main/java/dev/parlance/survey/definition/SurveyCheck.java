package dev.parlance.survey.definition;

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

/** Finds all that is wrong in a survey: what cannot be asked, reached, said, or told apart. */
final class SurveyCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern SURVEY_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_LANGUAGES = 9;
    private static final String SWITCH = "languageOptionLanguage";
    /** Words of a prompt for one channel, or for an answer that is none. */
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

    List<SurveyProblem> problems() {
        names();
        languages();
        groups();
        questions.forEach(this::question);
        quotas();
        flow();
        gates();
        return problems.all();
    }

    /** What works, but probably not as intended; known after {@link #problems}. */
    List<SurveyProblem> warnings() {
        return warnings.all();
    }

    private void gates() {
        for (String id : Gates.of(survey.groups)) {
            Question question = questions.get(id);
            if (question == null) {
                continue;
            }
            String path = paths.getOrDefault(id, "");
            String letsIn = ", but its answer decides who may take part: a person who skips it continues."
                    + " Add a jump that ends the survey without an answer, or ";
            if (question.frame().optional()) {
                warnings.add(path, "is optional" + letsIn + "make it required");
            }
            if (question.frame()
                    .attempts()
                    .filter(own -> own.then() == Attempts.Then.SKIP)
                    .isPresent()) {
                warnings.add(path + ".attempts", "says \"skip\"" + letsIn + "use \"goOn\" or \"end\"");
            }
        }
    }

    private void names() {
        if (!SURVEY_NAME.matcher(survey.name).matches()) {
            problems.add("name", "has to be of letters, digits, dots and hyphens, and is \"" + survey.name + "\"");
        }
        if (survey.groups.isEmpty()) {
            problems.add("questions", "is empty: a survey asks something");
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
            problems.add(path, "is \"" + name + "\", but has to be of letters, digits and underscores, a letter first");
        } else if (Jump.isEnd(name)) {
            problems.add(path, "is \"" + name + "\", which names an end");
        } else if (!taken.add(name)) {
            problems.add(path, "is \"" + name + "\", which is there already");
        }
    }

    private void languages() {
        if (survey.opening == OpeningStyle.ASK && prompts.languages().size() > MOST_LANGUAGES) {
            problems.add(
                    "opening",
                    "can offer 9 languages, a key each, not "
                            + prompts.languages().size());
        }
        survey.fallbackLanguage
                .filter(tag -> !Words.isKnown(tag))
                .ifPresent(tag -> problems.add(
                        "fallbackLanguage", "is \"" + tag + "\", a language in which this library has no sentences"));
        for (Language language : prompts.languages()) {
            Set<String> missing = NeededWords.of(survey, Words.missing(language));
            if (!missing.isEmpty()) {
                missing(language.tag(), String.join(", ", missing));
            }
            Words.problems(language, NeededWords.ofKinds(survey)).forEach(problem -> problems.add("", problem));
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
                    "speaks " + tag + ", in which this library has no sentences of its own: it says its own in "
                            + survey.fallbackLanguage.get() + ". To change that, give " + tag + " the prompts " + keys);
        } else {
            problems.add(
                    "",
                    "speaks " + tag + ", in which this library has no words of its own: give it the prompts " + keys
                            + "; or name a language to use for them instead: \"fallbackLanguage\": \"en\"");
        }
    }

    /** Where there is one language alone, its file may offer another all the same: that is never said. */
    private void switchesTo(Language language) {
        if (!language.has(SWITCH) || prompts.find(language.text(SWITCH)).isPresent()) {
            return;
        }
        String what = "offers \"" + language.text(SWITCH) + "\" in " + language.tag() + ", by the prompt \"" + SWITCH
                + "\", and there is no prompt file in that language";
        if (prompts.languages().size() > 1) {
            problems.add("opening", what);
        } else {
            warnings.add("opening", what + ": nobody is offered it on calls");
        }
    }

    private boolean isKnown(String name) {
        return survey.variables.containsKey(name) || questions.containsKey(name);
    }

    private void prompt(String path, String key, Predicate<String> allowed) {
        for (Language language : prompts.languages()) {
            if (!language.has(key)) {
                problems.add(path, "needs the prompt \"" + key + "\", which " + language.tag() + " does not have");
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
                    "is said by the prompt \"" + key + "\", which in " + language.tag() + " has the placeholder {"
                            + String.join("}, {", unknown)
                            + "}: neither a variable, nor a question that can have been asked before");
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
                problems.add(path + ".repeat", "goes by the question \"" + counted + "\", which does not exist");
            } else if (group.repeat().by() == Repeat.By.NUMBER
                    && !question.answers().isNumber()) {
                problems.add(
                        path + ".repeat", "goes by the number answered to \"" + counted + "\", which takes no number");
            } else if (group.repeat().by() == Repeat.By.CHOSEN && !(question.answers() instanceof AnswerType.Options)) {
                problems.add(
                        path + ".repeat", "goes by what is chosen at \"" + counted + "\", where nothing is chosen");
            } else if (!flow.canComeBefore(counted, first)) {
                problems.add(
                        path + ".repeat", "goes by the question \"" + counted + "\", which cannot have been asked yet");
            }
        }
    }

    private void question(String id, Question question) {
        String path = paths.getOrDefault(id, "");
        Group group = groupOf.get(id);
        Set<String> ofTheRound = group == null || group.repeat().isOnce() ? Set.of() : Set.of("n", "item");
        prompt(
                path,
                question.frame().prompt(),
                name -> survey.variables.containsKey(name)
                        || ofTheRound.contains(name)
                        || (questions.containsKey(name) && flow.canComeBefore(name, id)));
        unanswered(path, question, group);
        question.promptKeys().forEach(key -> prompt(path + ".options", key, any -> false));
        conditions.check(path + ".when", question.frame().when(), id, Set.of());
        for (int i = 0; i < question.frame().next().size(); i++) {
            Jump jump = question.frame().next().get(i);
            String place = path + ".next" + (question.frame().next().size() == 1 ? "" : "[" + i + "]");
            jump(place, jump, id);
            conditions.check(place + ".when", jump.when(), id, Set.of(id));
        }
        question.check(words.values(), problems.below(path), warnings.below(path));
    }

    /** Finds prompts that say an answer which may not be there, without a word for that case. */
    private void unanswered(String path, Question question, @Nullable Group group) {
        Set<String> surelyAnswered =
                new HashSet<>(Unanswered.excludedBy(question.frame().when()));
        if (group != null) {
            surelyAnswered.addAll(Unanswered.excludedBy(group.when()));
        }
        for (Language language : prompts.languages()) {
            variantsOf(question.frame().prompt(), language)
                    .forEach(key -> unanswered(path, key, language, surelyAnswered));
        }
    }

    private void unanswered(String path, String key, Language language, Set<String> surelyAnswered) {
        for (String placeholder : language.placeholders(key)) {
            Question piped = questions.get(placeholder);
            if (piped == null
                    || surelyAnswered.contains(placeholder)
                    || language.has(piped.frame().prompt() + ".unanswered")) {
                continue;
            }
            String what = "is said by the prompt \"" + key + "\", which in " + language.tag() + " has {" + placeholder
                    + "}, and that question can be left unanswered. Give " + language.tag() + " the prompt \""
                    + piped.frame().prompt() + ".unanswered\": it stands in place of the answer";
            if (Unanswered.byChoice(piped)) {
                problems.add(path, what);
            } else if (Unanswered.byAccident(piped, groupOf.get(placeholder), survey.rules.attempts())) {
                warnings.add(path, what);
            }
        }
    }

    /** A prompt of a language, and those that are said instead of it on a channel or to an invalid answer. */
    private List<String> variantsOf(String key, Language language) {
        return variants.computeIfAbsent(
                        language.tag(),
                        tag -> language.keys().stream()
                                .collect(Collectors.groupingBy(
                                        one -> VARIANT.matcher(one).replaceFirst(""))))
                .getOrDefault(key, language.has(key) ? List.of(key) : List.of());
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
                    "goes to \"" + jump.to() + "\", into the middle of the group \"" + target.id()
                            + "\"; go to the group");
        }
    }

    private void quotas() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < survey.quotas.size(); i++) {
            Quota quota = survey.quotas.get(i);
            String path = "quotas[" + i + "]";
            if (!taken.add(quota.name())) {
                problems.add(path + ".name", "is \"" + quota.name() + "\", which is there already");
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
