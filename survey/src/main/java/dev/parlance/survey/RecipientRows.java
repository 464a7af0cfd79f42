package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads people from the lines of a file, the first of which names the columns. */
final class RecipientRows {
    private static final int MAX_LINES = 1_000_000;
    private static final String NUMBER = "number";
    private static final String LANGUAGE = "language";
    private static final String ZONE = "zone";
    private static final String OCCASION = "occasion";
    private static final Set<String> KNOWN = Set.of(NUMBER, LANGUAGE, ZONE, OCCASION);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    /** What people write between digits. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\u00A0\u202F().-]+");

    private static final int MAX_VALUE = 1_000;

    private final String file;
    private final CsvLines lines;
    private final RecipientCheck check;
    private final Predicate<Address> allowed;

    RecipientRows(String file, CsvLines lines, RecipientCheck check, Predicate<Address> allowed) {
        this.allowed = allowed;
        this.file = file;
        this.lines = lines;
        this.check = check;
    }

    void read(RecipientSource.Receiver receiver) throws IOException {
        try {
            String first = lines.next().orElse("");
            char separator = separator(first);
            Optional<List<String>> columns = columns(CsvLine.of(first, separator), receiver);
            if (columns.isPresent()) {
                read(columns.get(), separator, receiver);
            }
        } catch (CharacterCodingException e) {
            receiver.problem(Problem.at(file, lines.line(), "the text after this line is not UTF-8, and was not read"));
        }
    }

    private void read(List<String> columns, char separator, RecipientSource.Receiver receiver) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (lines.line() > MAX_LINES) {
                receiver.problem(Problem.at(
                        file, lines.line(), "a file can have at most 1,000,000 lines; the rest was not read"));
                return;
            }
            if (!line.get().isBlank()) {
                read(columns, CsvLine.of(line.get(), separator), receiver);
            }
        }
    }

    /** The separator that splits the first line into the most columns. */
    private static char separator(String first) {
        char best = ',';
        for (char candidate : SEPARATORS) {
            if (CsvLine.of(first, candidate).cells().size()
                    > CsvLine.of(first, best).cells().size()) {
                best = candidate;
            }
        }
        return best;
    }

    /** The names of the columns; empty for a column that is not used. No value if the file can't be read at all. */
    private Optional<List<String>> columns(CsvLine first, RecipientSource.Receiver receiver) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : first.cells()) {
            String column = column(cell.strip());
            Optional<String> problem = KNOWN.contains(column) ? Optional.empty() : check.variable(column);
            if (!column.isEmpty() && !seen.add(column)) {
                problem = Optional.of("is the name of two columns; the second one is not used");
            }
            problem.ifPresent(text -> receiver.problem(new Problem(file, 1, column, text)));
            columns.add(problem.isPresent() ? "" : column);
        }
        if (first.problem().isPresent() || !seen.contains(NUMBER)) {
            receiver.problem(Problem.at(
                    file, 1, "the first line must name the columns, one of them \"number\", like number,language"));
            return Optional.empty();
        }
        return Optional.of(columns);
    }

    private static String column(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("address")) {
            return NUMBER;
        }
        return KNOWN.contains(lower) ? lower : name;
    }

    private void read(List<String> columns, CsvLine line, RecipientSource.Receiver receiver) {
        List<Problem> problems = new ArrayList<>();
        if (lines.isTooLong()) {
            problems.add(problem("", "has more than " + CsvLines.MAX_LENGTH + " characters"));
        } else if (line.problem().isPresent()) {
            problems.add(problem("", line.problem().get()));
        } else if (line.cells().size() > columns.size()) {
            problems.add(problem(
                    "",
                    "has " + line.cells().size() + " values, but there are " + columns.size()
                            + " columns; a value with a separator needs quotes"));
        } else {
            person(values(columns, line), problems).ifPresent(person -> receiver.add(file, lines.line(), person));
        }
        if (!problems.isEmpty()) {
            receiver.reject(problems);
        }
    }

    private static Map<String, String> values(List<String> columns, CsvLine line) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < line.cells().size(); i++) {
            String value = line.cells().get(i).strip();
            if (!value.isEmpty() && !columns.get(i).isEmpty()) {
                values.put(columns.get(i), value);
            }
        }
        return values;
    }

    /** The person of a line, or its problems. */
    private Optional<Campaign.Recipient> person(Map<String, String> values, List<Problem> problems) {
        String number = check.isPhone()
                ? BETWEEN_DIGITS.matcher(values.getOrDefault(NUMBER, "")).replaceAll("")
                : values.getOrDefault(NUMBER, "");
        check.number(number).or(() -> refusal(number)).ifPresent(text -> problems.add(problem(NUMBER, text)));
        Optional<String> language = Optional.ofNullable(values.get(LANGUAGE));
        language.flatMap(check::language).ifPresent(text -> problems.add(problem(LANGUAGE, text)));
        Optional<ZoneId> zone = Optional.ofNullable(values.get(ZONE)).flatMap(text -> zone(text, problems));
        Optional<String> occasion = Optional.ofNullable(values.get(OCCASION));
        if (occasion.filter(name -> !Invitation.isOccasion(name)).isPresent()) {
            problems.add(problem(OCCASION, "must have at most 100 characters, and no control characters"));
        }
        Map<String, String> variables = new HashMap<>(values);
        variables.keySet().removeAll(KNOWN);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            if (variable.getValue().length() > MAX_VALUE) {
                problems.add(problem(variable.getKey(), "has more than " + MAX_VALUE + " characters"));
            }
        }
        if (problems.isEmpty()) {
            check.zone(Address.of(number), zone).ifPresent(text -> problems.add(problem(ZONE, text)));
        }
        return problems.isEmpty()
                ? Optional.of(
                        new Campaign.Recipient(Address.of(number), new Invitation(language, zone, variables, occasion)))
                : Optional.empty();
    }

    private Optional<String> refusal(String number) {
        return allowed.test(Address.of(number))
                ? Optional.empty()
                : Optional.of("is of a kind or country that this application does not contact");
    }

    private Optional<ZoneId> zone(String name, List<Problem> problems) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            problems.add(problem(ZONE, "is unknown; write it like America/Mexico_City"));
            return Optional.empty();
        }
    }

    private Problem problem(String column, String message) {
        return new Problem(file, lines.line(), column, message);
    }
}
