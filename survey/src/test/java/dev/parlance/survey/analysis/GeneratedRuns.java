package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random runs through {@link EveryForm}: far or not, with answers of every form, skips, refusals and missed replies. */
final class GeneratedRuns {
    private final Random random;

    GeneratedRuns(long seed) {
        this.random = new Random(seed);
    }

    /** Makes a run of a person. */
    Runs.Run run(Runs runs, String person, int number) {
        Survey survey = random.nextInt(4) == 0 ? EveryForm.OLDER : EveryForm.CURRENT;
        Runs.Run run =
                runs.run(survey, person).number(number).in(any("en", "es")).on(any("text", "voice", "whatsapp"));
        if (random.nextInt(3) == 0) {
            run.wave(1 + random.nextInt(3));
        }
        if (random.nextInt(10) == 0) {
            return run;
        }
        run.contacted(Runs.NOON.plus(Duration.ofHours(random.nextInt(500))));
        if (random.nextInt(6) == 0) {
            return random.nextBoolean() ? run : run.progress(Disposition.UNREACHABLE, Stage.OVER);
        }
        run.starts(random.nextInt(100_000));
        return walk(survey, run);
    }

    private Runs.Run walk(Survey survey, Runs.Run run) {
        int stop = random.nextInt(3) == 0 ? random.nextInt(25) : Integer.MAX_VALUE;
        int steps = 0;
        for (Group group : survey.groups()) {
            List<Question> questions = new ArrayList<>(group.questions());
            if (group.shuffled()) {
                Collections.shuffle(questions, random);
            }
            int rounds = Math.max(1, group.repeat().times());
            for (int round = 1; round <= rounds; round++) {
                for (Question question : questions) {
                    String name = group.answerName(round, question.id());
                    run.isAsked(question.isAsked() ? name : "");
                    if (steps == stop) {
                        return stopped(run, question.isAsked() ? name : "");
                    }
                    steps++;
                    answer(run, question, name, survey == EveryForm.OLDER);
                }
            }
        }
        return run.completes(random.nextInt(10_000));
    }

    private Runs.Run stopped(Runs.Run run, String question) {
        return switch (random.nextInt(5)) {
            case 0 -> run.leaves(Disposition.BROKE_OFF, question);
            case 1 -> run.leaves(Disposition.OPTED_OUT, question);
            case 2 -> run.leaves(Disposition.PARTIAL, question);
            case 3 -> run.leaves(Disposition.SCREENED_OUT, question);
            default -> run;
        };
    }

    private void answer(Runs.Run run, Question question, String name, boolean isOlder) {
        if (!question.isAsked()) {
            if (random.nextInt(5) > 0) {
                run.computes(name, question.id().equals("arm") ? any("short", "long") : number(1, 15));
            }
            return;
        }
        if (random.nextInt(6) == 0) {
            run.misses(name, any("mate", "the green one"));
        }
        switch (random.nextInt(12)) {
            case 0 -> run.skips(name, 1 + random.nextInt(3));
            case 1 -> run.skips(name, 4);
            case 2 -> run.timesOut(name);
            case 3 -> {} // not asked
            default -> given(run, question.id(), name, isOlder);
        }
    }

    private void given(Runs.Run run, String question, String name, boolean isOlder) {
        switch (question) {
            case "agree", "fresh", "first", "second" -> run.answers(name, any("yes", "no"));
            case "taste" -> run.answers(name, number(1, 5));
            case "recommend" -> run.answers(name, number(0, 10));
            case "stars", "bus.onTime", "bus.clean" -> run.answers(name, number(1, 3));
            case "old" -> run.answers(name, any("tea", "coffee"));
            case "drink" -> drink(run, name, isOlder);
            case "tried" -> run.answers(name, some());
            case "order" -> run.answers(name, all());
            case "budget" -> {
                int tea = random.nextInt(101);
                run.answers(name, "tea=" + tea, "coffee=" + (100 - tea));
            }
            case "amount" -> run.answers(name, number(0, 1000) + any("", ".5", ".25"));
            case "day" -> run.answers(name, "2026-1" + random.nextInt(3) + "-" + (10 + random.nextInt(20)));
            case "stay" -> run.answers(name, "2026-05-" + (10 + random.nextInt(9)), "2026-05-28");
            case "moved" -> run.answers(name, number(2018, 2025) + "-0" + number(1, 9));
            case "born" -> run.answers(name, number(1940, 2010));
            case "at" -> run.answers(name, any("09:15", "14:30", "23:59"));
            case "place" -> run.answers(name, any("19.4326,-99.1332", "19.4,-99.09", "-0.02,0.04", "somewhere"));
            default -> run.answers(name, any("cold", "Too hot!", "call +1 202 555 0123"));
        }
    }

    private void drink(Runs.Run run, String name, boolean isOlder) {
        if (isOlder) {
            run.answers(name, any("tea", "water"));
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> run.refuses(name, "dontknow");
            case 1 -> run.specifies(name, "other", "a café latte");
            default -> run.answers(name, any("tea", "coffee"));
        }
    }

    private String[] some() {
        List<String> all = new ArrayList<>(List.of(all()));
        return all.subList(0, 1 + random.nextInt(3)).toArray(String[]::new);
    }

    private String[] all() {
        List<String> all = new ArrayList<>(List.of("tea", "coffee", "juice"));
        Collections.shuffle(all, random);
        return all.toArray(String[]::new);
    }

    private String number(int least, int most) {
        return Integer.toString(least + random.nextInt(most - least + 1));
    }

    String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
