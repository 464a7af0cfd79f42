package dev.parlance.survey.analysis;

import dev.parlance.Problem;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.SessionState;
import dev.parlance.webhook.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Selects people by when they were contacted, language, channel and answers. Several values of one field mean any of them;
 * several fields mean all of them. Immutable.
 *
 * <pre>{@code
 * ResultFilter filter = ResultFilter.ALL
 *         .from(LocalDate.parse("2026-11-01"))
 *         .withLanguage("es")
 *         .withAnswer("satisfied", "yes");
 * filter.toQuery();                                  // from=2026-11-01&answer.satisfied=yes&language=es
 * ResultFilter.ofQuery(request.queryParameters());   // the same filter
 * }</pre>
 */
public final class ResultFilter {
    /** Everybody. */
    public static final ResultFilter ALL = new ResultFilter(Optional.empty(), Optional.empty(), new TreeMap<>());

    static final String FROM = "from";
    static final String UNTIL = "to";
    static final String LANGUAGE = "language";
    static final String CHANNEL = "channel";
    static final String WAVE = "wave";
    static final String DISPOSITION = "disposition";
    static final String ARM = "arm.";
    static final String ANSWER = "answer.";

    private final Optional<LocalDate> from;
    private final Optional<LocalDate> until;
    private final SortedMap<String, SortedSet<String>> values;

    private ResultFilter(
            Optional<LocalDate> from, Optional<LocalDate> until, SortedMap<String, SortedSet<String>> values) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new SurveyException("The last day " + until.get() + " is before the first day " + from.get());
        }
        this.from = from;
        this.until = until;
        this.values = values;
    }

    /**
     * Reads a filter from the parameters of a URL, as {@link #toQuery} writes them: {@code from}, {@code to}, {@code language},
     * {@code channel}, {@code wave}, {@code disposition}, {@code arm.ID} and {@code answer.ID}.
     *
     * @throws SurveyException with all problems, if there are other parameters or a value is invalid
     */
    public static ResultFilter ofQuery(Parameters parameters) {
        return FilterQuery.read(parameters);
    }

    static SurveyException invalid(List<Problem> problems) {
        return SurveyException.of("The filter", problems);
    }

    /** Returns a copy that selects people who were first contacted, or came by themselves, on this day or later. */
    public ResultFilter from(LocalDate day) {
        return new ResultFilter(Optional.of(day), until, values);
    }

    /** Returns a copy that selects people who were first contacted, or came by themselves, on this day or before. */
    public ResultFilter until(LocalDate day) {
        return new ResultFilter(from, Optional.of(day), values);
    }

    /** Returns a copy that selects people whose last language has this tag. */
    public ResultFilter withLanguage(String tag) {
        return and(LANGUAGE, tag);
    }

    /** Returns a copy that selects people whose last channel has this name. */
    public ResultFilter withChannel(String name) {
        return and(CHANNEL, name);
    }

    /** Returns a copy that selects people in this wave. */
    public ResultFilter withWave(int number) {
        return and(WAVE, Integer.toString(number));
    }

    /** Returns a copy that selects people with this disposition. */
    public ResultFilter withDisposition(Disposition disposition) {
        return and(DISPOSITION, disposition.name());
    }

    /** Returns a copy that selects people in this arm of an experiment. */
    public ResultFilter withArm(String experiment, String arm) {
        return and(ARM + experiment, arm);
    }

    /**
     * Returns a copy that selects people with this answer to a question with a fixed set of answers. Of options put in order, it
     * can have any place; of shares, it has more than 0. In a repeated group, the answer of any round counts.
     */
    public ResultFilter withAnswer(String question, String value) {
        return and(ANSWER + question, value);
    }

    ResultFilter and(String field, String value) {
        SortedMap<String, SortedSet<String>> more = new TreeMap<>(values);
        SortedSet<String> any = new TreeSet<>(values(field));
        any.add(value);
        more.put(field, any);
        return new ResultFilter(from, until, more);
    }

    private SortedSet<String> values(String field) {
        return values.getOrDefault(field, Collections.emptySortedSet());
    }

    /** The first day of contact. */
    public Optional<LocalDate> from() {
        return from;
    }

    /** The last day of contact. */
    public Optional<LocalDate> until() {
        return until;
    }

    /** The languages; empty for any. */
    public Set<String> languages() {
        return Collections.unmodifiableSet(values(LANGUAGE));
    }

    /** The channels; empty for any. */
    public Set<String> channels() {
        return Collections.unmodifiableSet(values(CHANNEL));
    }

    /** The waves; empty for any. */
    public Set<Integer> waves() {
        Set<Integer> waves = new TreeSet<>();
        values(WAVE).forEach(number -> waves.add(Integer.valueOf(number)));
        return Collections.unmodifiableSet(waves);
    }

    /** The dispositions; empty for any. */
    public Set<Disposition> dispositions() {
        Set<Disposition> dispositions = new TreeSet<>();
        values(DISPOSITION).forEach(name -> dispositions.add(Disposition.valueOf(name)));
        return Collections.unmodifiableSet(dispositions);
    }

    /** For each experiment, the arms. */
    public SortedMap<String, Set<String>> arms() {
        return startingWith(ARM);
    }

    /** For each question, the answers. */
    public SortedMap<String, Set<String>> answers() {
        return startingWith(ANSWER);
    }

    private SortedMap<String, Set<String>> startingWith(String prefix) {
        SortedMap<String, Set<String>> found = new TreeMap<>();
        values.forEach((field, any) -> {
            if (field.startsWith(prefix)) {
                found.put(field.substring(prefix.length()), Collections.unmodifiableSet(any));
            }
        });
        return Collections.unmodifiableSortedMap(found);
    }

    /** Whether it selects everybody. */
    public boolean isEmpty() {
        return equals(ALL);
    }

    /**
     * Whether it selects this session.
     *
     * @param zone the zone of the days
     */
    public boolean matches(Session session, ZoneId zone) {
        return isInTime(session, zone)
                && isAny(LANGUAGE, session.language())
                && isAny(CHANNEL, session.channel())
                && isAny(WAVE, Integer.toString(session.wave()))
                && isAny(DISPOSITION, session.disposition().name())
                && arms().entrySet().stream().allMatch(arm -> hasAnswer(session, arm.getKey(), arm.getValue()))
                && answers().entrySet().stream().allMatch(any -> hasAnswer(session, any.getKey(), any.getValue()));
    }

    private boolean isInTime(Session session, ZoneId zone) {
        if (from.isEmpty() && until.isEmpty()) {
            return true;
        }
        Optional<Instant> contact =
                SessionState.of(session).progress().contacted().or(session::started);
        return contact.isPresent()
                && from.filter(day -> contact.get().isBefore(begin(day, zone))).isEmpty()
                && until.filter(day -> !contact.get().isBefore(begin(day.plusDays(1), zone)))
                        .isEmpty();
    }

    static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean isAny(String field, String value) {
        Set<String> any = values(field);
        return any.isEmpty() || any.contains(value);
    }

    private static boolean hasAnswer(Session session, String question, Set<String> any) {
        return session.answers().values().stream()
                .filter(answer ->
                        answer.isGiven() && Group.questionOf(answer.question()).equals(question))
                .map(Answer::value)
                .anyMatch(given -> any.stream().anyMatch(value -> has(given, value)));
    }

    private static boolean has(Value given, String value) {
        return given.has(value)
                || AnswerType.part(given, value)
                        .flatMap(Value::number)
                        .filter(number -> number.signum() > 0)
                        .isPresent();
    }

    /** The filter as the query of a URL, without a question mark; empty for everybody. */
    public String toQuery() {
        StringJoiner query = new StringJoiner("&");
        from.ifPresent(day -> query.add(FROM + "=" + day));
        until.ifPresent(day -> query.add(UNTIL + "=" + day));
        values.forEach((field, any) -> any.forEach(value -> query.add(encoded(field) + "=" + encoded(value))));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultFilter that
                && from.equals(that.from)
                && until.equals(that.until)
                && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return List.of(from, until, values).hashCode();
    }

    /** The filter as a query. */
    @Override
    public String toString() {
        return "ResultFilter[" + toQuery() + "]";
    }
}
