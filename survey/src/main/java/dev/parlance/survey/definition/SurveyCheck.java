package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.Automatic;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.RequestOutcome;
import dev.parlance.survey.question.Result;
import dev.parlance.survey.question.SharesQuestion;
import dev.parlance.survey.question.TimeLimit;
import dev.parlance.survey.question.WithOptions;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds all problems of a survey: what can't be asked, reached, said or distinguished. Each check has a class of its own. */
final class SurveyCheck {
    private static final Set<Moment> AFTER_THE_QUESTIONS =
            EnumSet.of(Moment.LAST_QUESTION, Moment.GOODBYE, Moment.COMPLETED_ALREADY);

    private static final Set<String> PLACES = Set.of("questionNumber", "questionCount");

    private final SurveyBuilder survey;
    private final String file;
    private final Prompts prompts;
    private final Map<String, Words> words;
    private final Collection<Problem> known;
    private final ProblemList problems;
    private final ProblemList warnings;
    private final Flow flow;
    private final QuestionPlaces questions;
    private final Set<String> groups;
    /** The prompts of options that were checked; questions can share them. */
    private final Set<String> labelled = new HashSet<>();

    private final UnknownQuestions unknown;
    private final WordingCheck wording;
    private final PipedAnswers piped;
    private final ConditionCheck conditions;
    private final AgentCheck agents;

    SurveyCheck(SurveyBuilder survey, Prompts prompts, Map<String, Words> words) {
        this(survey, prompts, words, List.of());
    }

    SurveyCheck(SurveyBuilder survey, Prompts prompts, Map<String, Words> words, Collection<Problem> known) {
        this(survey, prompts, words, known, List.of());
    }

    /**
     * Creates a check.
     *
     * @param known the problems that the reader of the file has found
     * @param others the surveys at hand whose answers this one may use
     */
    SurveyCheck(
            SurveyBuilder survey,
            Prompts prompts,
            Map<String, Words> words,
            Collection<Problem> known,
            Collection<Survey> others) {
        this.survey = survey;
        this.file = survey.name;
        this.prompts = prompts;
        this.words = words;
        this.known = known;
        this.problems = new ProblemList(survey.name);
        this.warnings = new ProblemList(survey.name);
        this.flow = new Flow(survey.groups);
        this.questions = new QuestionPlaces(survey.groups, new OtherQuestions(survey.name, others));
        this.unknown = new UnknownQuestions(survey.groups);
        this.groups = survey.groups.stream().map(Group::id).collect(Collectors.toSet());
        this.wording = new WordingCheck(prompts, unknown, problems);
        this.piped = new PipedAnswers(survey, questions, flow);
        this.agents = new AgentCheck(survey.agents.keySet(), problems);
        this.conditions = new ConditionCheck(survey, prompts, questions, flow, unknown, problems, warnings);
    }

    List<Problem> problems() {
        new NameCheck(survey, known, problems).check();
        if (survey.groups.isEmpty()
                && known.stream().noneMatch(problem -> problem.path().startsWith("questions"))) {
            problems.add("questions", "is empty; add at least one question");
        }
        new GroupCheck(survey.groups, questions, conditions, flow, unknown, wording, problems).check();
        new MatrixCheck(survey.groups, wording, problems).check();
        questions.all().forEach(this::conditions);
        new SharedOptionsCheck(survey, questions, conditions, unknown, problems).check();
        new KeywordCheck(survey, words.values(), problems).check();
        quotas();
        if (survey.repeatable && survey.waves.isPresent()) {
            problems.add("repeatable", "is true, but the waves of the survey repeat it already; remove one of them");
        }
        agents.whispers(survey.agents, prompts);
        agents.attempts("attempts", survey.rules.attempts());
        // Prompts come after everything that can name a question, because their placeholders can name it too.
        new LanguageCheck(survey, prompts, wording, problems, warnings).check();
        new RecordedLanguageCheck(survey, prompts, words.values(), questions, problems, warnings).check();
        moments();
        whispers();
        questions.worded().forEach(this::wording);
        questions.all().forEach(this::piped);
        unknown.report(problems);
        piped.report(problems, warnings);
        new FlowCheck(flow, questions, problems).check();
        new GateReview(survey.groups, questions, warnings).review();
        new CommandCheck(survey, words.values(), questions, problems).check();
        return problems.all();
    }

    /** Things that work, but probably not as intended. Call {@link #problems} first. The reviews take longer than the checks. */
    List<Problem> warnings() {
        ProblemList all = new ProblemList(file);
        warnings.all().forEach(all::add);
        for (Words language : words.values()) {
            for (QuestionPlaces.Place at : questions.worded()) {
                WithOptions.of(at.question())
                        .ifPresent(choice -> new OptionReview(at.path() + ".options", choice, language, all).review());
            }
        }
        new CommandReview(survey, words.values(), wording, questions, all).review();
        new KeyReview(words.values(), questions, wording, all).review();
        return all.all();
    }

    private void conditions(QuestionPlaces.Place at) {
        List<Jump> jumps = at.question().settings().next();
        conditions.check(at.path() + ".when", at.question().settings().when(), at.id(), Set.of());
        agents.attempts(at.path() + ".attempts", at.question().settings().attempts());
        for (int i = 0; i < jumps.size(); i++) {
            String path = at.path() + ".next" + (jumps.size() == 1 ? "" : "[" + i + "]");
            jump(path, jumps.get(i), at);
            conditions.check(path + ".when", jumps.get(i).when(), at.id(), Set.of(at.id()));
        }
        at.question().settings().answerWithin().ifPresent(limit -> limit(limit, at));
    }

    private void limit(TimeLimit limit, QuestionPlaces.Place at) {
        if (!at.question().isAsked() && !(at.question() instanceof UnknownKind)) {
            problems.add(at.path() + ".answerWithin", "limits the time for an answer, but nobody is asked for one");
        }
        limit.then().ifPresent(to -> jump(at.path() + ".answerWithin.then", new Jump(Condition.All.ALWAYS, to), at));
    }

    private void jump(String path, Jump jump, QuestionPlaces.Place from) {
        if (jump.agent().isPresent()) {
            agents.jump(path, jump);
            return;
        }
        if (jump.isEnd() || groups.contains(jump.to())) {
            return;
        }
        Optional<Group> target = questions.find(jump.to()).map(QuestionPlaces.Place::group);
        if (target.isEmpty()) {
            unknown.add(path, "goes to", jump.to());
        } else if (!target.get().equals(from.group())) {
            problems.add(
                    path,
                    "goes to \"" + jump.to() + "\", which is inside the group \""
                            + target.get().id() + "\"; go to the group instead");
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
        }
    }

    /** Checks the prompts outside the questions. */
    private void moments() {
        survey.wording.forEach((moment, key) -> outside(moment.word(), key, AFTER_THE_QUESTIONS.contains(moment)));
        for (int i = 0; i < survey.quotas.size(); i++) {
            String path = "quotas[" + i + "].prompt";
            survey.quotas.get(i).prompt().ifPresent(key -> outside(path, key, false));
        }
    }

    /** What replaces the summary for an agent is said in all languages or in none. */
    private void whispers() {
        for (Agent agent : survey.agents.values()) {
            String key = agent.whisperPrompt();
            if (agent.whisper().isPresent()
                    && prompts.languages().stream().anyMatch(language -> language.contains(key))) {
                outside("agents." + agent.name() + ".whisper", key, false);
            }
        }
    }

    private void outside(String path, String key, boolean isAtEnd) {
        wording.check(path, key, name -> survey.variables.containsKey(name) || questions.contains(name));
        prompts.languages()
                .forEach(language -> wording.variantsOf(key, language)
                        .forEach(variant -> piped.outside(path, variant, language, isAtEnd)));
    }

    private void wording(QuestionPlaces.Place at) {
        Question question = at.question();
        question.check(new ReferenceCheck(at, survey, questions, conditions), problems.below(at.path()));
        if (question instanceof Request request) {
            outcomes(at, request);
        }
        if (question instanceof Result result) {
            sameGroup(at, result);
        }
        if (question instanceof Automatic) {
            return;
        }
        List<Question> asked = new ArrayList<>(question.followUps());
        asked.removeIf(each -> !labelled.add(each.settings().prompt()));
        asked.add(0, question);
        for (Question each : asked) {
            wording.check(at.path(), each.settings().prompt(), name -> isKnownAt(at, name));
        }
        List<String> labels = new ArrayList<>(question.promptKeys());
        labels.removeIf(key -> !labelled.add(key));
        pictures(at);
        wording.check(at.path() + ".options", labels, any -> false);
        question.check(words.values(), problems.below(at.path()), warnings.below(at.path()));
    }

    /** Adds the answers in the prompts of a question. */
    private void piped(QuestionPlaces.Place at) {
        Question question = at.question();
        if (question instanceof Automatic) {
            return;
        }
        Stream.concat(Stream.of(question), question.followUps().stream())
                .map(each -> each.settings().prompt())
                .forEach(key -> prompts.languages()
                        .forEach(language -> wording.variantsOf(key, language)
                                .forEach(variant -> piped.atQuestion(at, variant, language))));
    }

    private boolean isKnownAt(QuestionPlaces.Place at, String name) {
        return survey.variables.containsKey(name)
                || placesIn(at.group()).contains(name)
                || (name.equals("options") && at.question() instanceof SharesQuestion)
                || (questions.contains(name) && flow.canComeBefore(name, at.id()));
    }

    /** The placeholders for the place of a question. */
    private static Set<String> placesIn(Group group) {
        Set<String> places = new HashSet<>(PLACES);
        if (group.matrix().isPresent()) {
            places.add("item");
        }
        if (!group.repeat().isOnce()) {
            places.addAll(List.of("n", "total", "item"));
        }
        return places;
    }

    /** What is said about the outcome of a request is said in all languages or in none. */
    private void outcomes(QuestionPlaces.Place at, Request request) {
        for (RequestOutcome outcome : RequestOutcome.values()) {
            String key = request.promptFor(outcome);
            boolean isWorded = prompts.languages().stream().anyMatch(language -> language.contains(key));
            if (isWorded && !request.isAwaited()) {
                warnings.add(
                        at.path(), "has the prompt \"" + key + "\", which is never said: nobody waits for the request");
            } else if (isWorded) {
                wording.check(at.path(), key, name -> isKnownAt(at, name) || isResult(name, request.id()));
            }
        }
    }

    private boolean isResult(String name, String request) {
        return questions
                .question(name)
                .filter(question ->
                        question instanceof Result result && result.of().equals(request))
                .isPresent();
    }

    private void sameGroup(QuestionPlaces.Place at, Result result) {
        boolean isKnown = questions
                .find(result.of())
                .filter(request -> !request.group().equals(at.group()))
                .filter(request -> !request.group().repeat().isOnce()
                        || !at.group().repeat().isOnce())
                .isEmpty();
        if (!isKnown) {
            problems.add(
                    at.path() + ".of",
                    "is \"" + result.of() + "\", which is in another group; put both into the group that is repeated");
        }
    }

    /** A question with a picture needs words for those who can't see it: callers, and respondents by SMS. */
    private void pictures(QuestionPlaces.Place at) {
        String key = at.question().settings().prompt();
        String other = key + ".withoutImage";
        List<String> without = prompts.languages().stream()
                .filter(language -> !language.pictures(key).isEmpty() && !language.contains(other))
                .map(Language::tag)
                .toList();
        if (!without.isEmpty()) {
            warnings.add(
                    at.path(),
                    "has a picture, but no words for respondents who can't see it: add the prompt \"" + other + "\" to "
                            + Listing.and(without));
        }
    }
}
