package dev.parlance.survey.definition;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds all that is wrong in a survey: what cannot be asked, reached, said, or told apart. */
final class SurveyCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern SURVEY_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final int MOST_LANGUAGES = 9;

    private final SurveyBuilder survey;
    private final Prompts prompts;
    private final Faults faults;
    private final Flow flow;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Group> groupOf = new LinkedHashMap<>();

    SurveyCheck(SurveyBuilder survey, Prompts prompts) {
        this.survey = survey;
        this.prompts = prompts;
        this.faults = new Faults(survey.name);
        this.flow = new Flow(survey.groups);
    }

    List<SurveyProblem> problems() {
        names();
        languages();
        groups();
        questions.forEach(this::question);
        quotas();
        flow();
        return faults.all();
    }

    private void names() {
        if (!SURVEY_NAME.matcher(survey.name).matches()) {
            faults.add("name", "has to be of letters, digits, dots and hyphens, and is \"" + survey.name + "\"");
        }
        if (survey.groups.isEmpty()) {
            faults.add("questions", "is empty: a survey asks something");
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
            faults.add(path, "is \"" + name + "\", but has to be of letters, digits and underscores, a letter first");
        } else if (Jump.isEnd(name)) {
            faults.add(path, "is \"" + name + "\", which names an end");
        } else if (!taken.add(name)) {
            faults.add(path, "is \"" + name + "\", which is there already");
        }
    }

    private void languages() {
        if (survey.opening == OpeningStyle.ASK && prompts.languages().size() > MOST_LANGUAGES) {
            faults.add(
                    "opening",
                    "can offer 9 languages, a key each, not "
                            + prompts.languages().size());
        }
        for (Language language : prompts.languages()) {
            Set<String> missing = Words.missing(language);
            if (!missing.isEmpty()) {
                faults.add(
                        "",
                        "speaks " + language.tag()
                                + ", in which this library has no words of its own: give it the prompts "
                                + String.join(", ", missing));
            }
        }
        Optional<?>[] keys = survey.wording.keys();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].isPresent()) {
                prompt(Wording.NAMES[i], String.valueOf(keys[i].get()), names -> Set.copyOf(all()));
            }
        }
        if (survey.opening == OpeningStyle.CONTINUE_OR_SWITCH) {
            for (String key : List.of(
                    "welcome",
                    "languageOptionSMS",
                    "welcomeContinue",
                    "languageOption",
                    "languageOptionLanguageName",
                    "languageOptionLanguage",
                    "languageOptionLanguageReply")) {
                prompt("opening", key, names -> Set.of());
            }
        }
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>(survey.variables.keySet());
        all.addAll(questions.keySet());
        return all;
    }

    /** What a prompt may have placeholders for. */
    private interface Allowed {
        Set<String> names(String key);
    }

    private void prompt(String path, String key, Allowed allowed) {
        for (Language language : prompts.languages()) {
            if (!language.has(key)) {
                faults.add(path, "needs the prompt \"" + key + "\", which " + language.tag() + " does not have");
                continue;
            }
            Set<String> unknown = new TreeSet<>(language.placeholders(key));
            unknown.removeAll(allowed.names(key));
            if (!unknown.isEmpty()) {
                faults.add(
                        path,
                        "is asked by the prompt \"" + key + "\", which in " + language.tag()
                                + " has the placeholder {" + String.join("}, {", unknown)
                                + "}: neither a variable, nor a question that can have been asked before");
            }
        }
    }

    private void groups() {
        for (int i = 0; i < survey.groups.size(); i++) {
            Group group = survey.groups.get(i);
            String path = "questions[" + i + "]";
            if (group.questions().isEmpty()) {
                faults.add(path, "is a group without questions");
                continue;
            }
            String first = group.questions().get(0).id();
            condition(path + ".when", group.when(), first, Set.of());
            String counted = group.repeat().question();
            if (counted.isEmpty()) {
                continue;
            }
            Question question = questions.get(counted);
            if (question == null) {
                faults.add(path + ".repeat", "goes by the question \"" + counted + "\", which does not exist");
            } else if (group.repeat().by() == Repeat.By.NUMBER && !(question instanceof NumberQuestion)) {
                faults.add(
                        path + ".repeat", "goes by the number answered to \"" + counted + "\", which takes no number");
            } else if (group.repeat().by() == Repeat.By.CHOSEN && !(question instanceof ChoiceQuestion)) {
                faults.add(path + ".repeat", "goes by what is chosen at \"" + counted + "\", where nothing is chosen");
            } else if (!flow.canComeBefore(counted, first)) {
                faults.add(
                        path + ".repeat", "goes by the question \"" + counted + "\", which cannot have been asked yet");
            }
        }
    }

    private void question(String id, Question question) {
        String path = paths.getOrDefault(id, "");
        Set<String> known = new TreeSet<>(survey.variables.keySet());
        questions.keySet().stream()
                .filter(other -> flow.canComeBefore(other, id))
                .forEach(known::add);
        Group group = groupOf.get(id);
        if (group != null && !group.repeat().isOnce()) {
            known.addAll(List.of("n", "item"));
        }
        prompt(path, question.frame().prompt(), key -> known);
        question.promptKeys().forEach(key -> prompt(path + ".options", key, any -> known));
        condition(path + ".when", question.frame().when(), id, Set.of());
        for (int i = 0; i < question.frame().next().size(); i++) {
            Jump jump = question.frame().next().get(i);
            String place = path + ".next" + (question.frame().next().size() == 1 ? "" : "[" + i + "]");
            jump(place, jump, id);
            condition(place + ".when", jump.when(), id, Set.of(id));
        }
        if (question instanceof ChoiceQuestion choice) {
            options(path + ".options", choice);
        }
    }

    private void jump(String path, Jump jump, String from) {
        if (jump.isEnd()) {
            return;
        }
        Group target = groupOf.get(jump.to());
        boolean isGroup = survey.groups.stream().anyMatch(group -> group.id().equals(jump.to()));
        if (target == null && !isGroup) {
            faults.add(path, "goes to \"" + jump.to() + "\", which does not exist");
        } else if (!isGroup && target != null && !target.equals(groupOf.get(from))) {
            faults.add(
                    path,
                    "goes to \"" + jump.to() + "\", into the middle of the group \"" + target.id()
                            + "\"; go to the group");
        }
    }

    private void condition(String path, Condition condition, String at, Set<String> answered) {
        for (String asked : condition.questions()) {
            if (!questions.containsKey(asked)) {
                faults.add(path, "looks at the question \"" + asked + "\", which does not exist");
            } else if (!answered.contains(asked) && !flow.canComeBefore(asked, at)) {
                faults.add(path, "looks at the question \"" + asked + "\", which cannot have been asked yet");
            }
        }
        values(path, condition);
    }

    /** Whether a condition waits for something that can be answered. */
    private void values(String path, Condition condition) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(one -> values(path, one));
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(one -> values(path, one));
        } else if (condition instanceof Condition.Not not) {
            values(path, not.condition());
        } else if (condition instanceof Condition.OnVariable variable) {
            if (!survey.variables.containsKey(variable.name())) {
                faults.add(
                        path, "looks at the variable \"" + variable.name() + "\", which \"variables\" does not name");
            }
        } else if (condition instanceof Condition.SpokenIn spoken) {
            if (prompts.languages().stream()
                    .noneMatch(language -> language.tag().equals(spoken.language())
                            || language.tag().startsWith(spoken.language() + "-"))) {
                faults.add(path, "waits for the language " + spoken.language() + ", which nobody can choose");
            }
        } else if (condition instanceof Condition.OnAnswer answer) {
            onAnswer(path, answer);
        }
    }

    private void onAnswer(String path, Condition.OnAnswer condition) {
        Question question = questions.get(condition.question());
        boolean limits = condition.is() == Condition.Is.AT_LEAST || condition.is() == Condition.Is.AT_MOST;
        if (question == null) {
            return;
        }
        if (limits && !(question instanceof NumberQuestion)) {
            faults.add(path, "compares the answer to \"" + question.id() + "\", which is no number");
        } else if (!question.hasAnswer()) {
            faults.add(path, "looks at \"" + question.id() + "\", which is a statement and has no answer");
        } else if (question instanceof ChoiceQuestion choice && condition.is() != Condition.Is.ANSWERED) {
            List<String> unknown = new ArrayList<>(condition.values());
            unknown.removeAll(choice.options());
            if (!unknown.isEmpty()) {
                faults.add(
                        path,
                        "waits for \"" + unknown.get(0) + "\", which is no option of \"" + question.id()
                                + "\"; those are " + String.join(", ", choice.options()));
            }
        }
    }

    /** No two options may answer to the same word or digit, and none to a command. */
    private void options(String path, ChoiceQuestion choice) {
        if (new HashSet<>(choice.options()).size() < choice.options().size()) {
            faults.add(path, "names an option twice");
        }
        for (Language language : prompts.languages()) {
            if (!choice.promptKeys().stream().allMatch(language::has)) {
                continue;
            }
            Words words = Words.of(language);
            Map<String, String> taken = new LinkedHashMap<>();
            List<String> options = choice.options();
            for (int i = 0; i < options.size(); i++) {
                String option = options.get(i);
                for (String word : choice.wordsFor(option, language)) {
                    String other = taken.putIfAbsent(word, option);
                    Optional<Integer> number = words.number(word, false).filter(n -> n <= options.size() && n > 0);
                    if (other != null && !other.equals(option)) {
                        faults.add(
                                path,
                                "has two that answer to \"" + word + "\" in " + language.tag() + ": " + other + " and "
                                        + option);
                    } else if (number.isPresent() && (choice.shuffled() || number.get() != i + 1)) {
                        faults.add(
                                path,
                                "has " + option + " answer to \"" + word + "\" in " + language.tag()
                                        + ", which is also the number of another");
                    }
                    for (String command : List.of("stop", "help", "back", "repeat", "restart", "skip")) {
                        if (words.list(command).contains(word)) {
                            faults.add(
                                    path,
                                    "has " + option + " answer to \"" + word + "\" in " + language.tag()
                                            + ", which is the command to " + command);
                        }
                    }
                }
            }
        }
    }

    private void quotas() {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < survey.quotas.size(); i++) {
            Quota quota = survey.quotas.get(i);
            String path = "quotas[" + i + "]";
            if (!taken.add(quota.name())) {
                faults.add(path + ".name", "is \"" + quota.name() + "\", which is there already");
            }
            condition(path + ".when", quota.when(), Flow.END, Set.of());
            quota.prompt().ifPresent(key -> prompt(path + ".prompt", key, any -> all()));
        }
    }

    private void flow() {
        for (String id : flow.unreachable()) {
            faults.add(paths.getOrDefault(id, ""), "can never be asked: nothing leads to it");
        }
        for (String id : flow.endless()) {
            faults.add(paths.getOrDefault(id, ""), "is part of an endless loop");
        }
    }
}
