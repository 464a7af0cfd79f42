package dev.parlance.survey.pages;

import dev.parlance.Address;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.WebhookRequest;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A survey with every kind of question, in English, Spanish and Arabic, and people who answer it. */
final class Visits {
    static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");

    private static final List<String> LANGUAGES = List.of("en-GB", "es-MX", "ar-EG");
    private static final List<String> CHANNELS = List.of("whatsapp", "chat");
    private static final List<List<String>> WORDS = List.of(
            List.of(
                    "Shorter lines, please",
                    "Ask for Maria, +15005550006 — she was kind",
                    "skip",
                    "Open on Sundays",
                    "All good"),
            List.of("Que contesten antes", "Todo bien, gracias", "El café está frío", "skip", "Más sillas"),
            List.of("أسرع من فضلكم", "كل شيء جيد", "الانتظار 45 دقيقة طويل", "skip", "مواقف أكثر للسيارات"));
    private static final List<String> SO_SO = List.of("so so", "más o menos", "مش بطال");
    private static final String[] PLACES = {
        "19.4326,-99.1332", "20.6597,-103.3496", "30.0444,31.2357", "51.5074,-0.1278", "25.6866,-100.3161"
    };

    private final MovingClock clock = new MovingClock();
    private final Survey survey = load();
    private final Surveys surveys;
    private final Random random = new Random(7);
    private int messages;

    private static final class MovingClock extends Clock {
        private volatile Instant now = FIRST;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Visits() {
        surveys = Surveys.builder(survey)
                .store(DocumentStore.inMemory())
                .channel(new SampleChannel("whatsapp"))
                .channel(new SampleChannel("chat"))
                .clock(clock)
                .build();
    }

    static Survey load() {
        URL folder = Objects.requireNonNull(Visits.class.getResource("/visit/survey.json"));
        try {
            return SurveyFolder.at(Path.of(folder.toURI()).getParent()).load();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Surveys surveys() {
        return surveys;
    }

    Clock clock() {
        return clock;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** These many people are invited, a few an hour. Most answer, some stop somewhere. */
    Visits answeredBy(int people) {
        for (int i = 0; i < people; i++) {
            pass(Duration.ofMinutes(30 + random.nextInt(240)));
            visit("+1500555" + (1000 + i), i);
            if (i == people * 2 / 3) {
                pass(Duration.ofDays(14)); // those who have stopped answering have left
                surveys.runDue();
            }
        }
        return this;
    }

    private void visit(String person, int number) {
        int language = number % 5 < 2 ? 0 : number % 5 < 4 ? 1 : 2;
        String channel = CHANNELS.get(number % 3 == 0 ? 1 : 0);
        surveys.start(channel, Address.of(person), Invitation.in(LANGUAGES.get(language)));
        if (number % 9 == 8) {
            return;
        }
        int last = number % 4 == 3 ? 1 + random.nextInt(20) : 100;
        int step = 0;
        for (String answer : answers(language, number)) {
            if (step++ == last) {
                return;
            }
            pass(Duration.ofSeconds(5 + random.nextInt(20)));
            say(channel, person, answer);
        }
    }

    private List<String> answers(int language, int number) {
        int good = Math.min(5, 2 + random.nextInt(4));
        List<String> ranking = List.of("1 2 3", "2 1 3", "3 2 1", "1 3 2");
        List<String> shares = List.of("50 30 20", "20 20 60", "10 45 45");
        List<String> answers = new ArrayList<>();
        if (number % 11 == 5) {
            answers.add(SO_SO.get(language));
        }
        answers.add(String.valueOf(good));
        answers.add(String.valueOf(1 + random.nextInt(4)));
        answers.add(number % 6 == 0 ? "1 2" : String.valueOf(1 + random.nextInt(4)));
        if (answers.get(answers.size() - 1).equals("4")) {
            answers.add("By fax");
        }
        answers.add(String.valueOf(1 + random.nextInt(5)));
        answers.add(String.valueOf(3 + random.nextInt(3)));
        answers.add(String.valueOf(2 + random.nextInt(4)));
        answers.add(String.valueOf(1 + random.nextInt(3)));
        answers.add(String.valueOf(1 + random.nextInt(3)));
        answers.add(ranking.get(random.nextInt(4)));
        answers.add(shares.get(random.nextInt(3)));
        answers.add(String.valueOf(5 + random.nextInt(30) + random.nextInt(40)));
        answers.add(String.valueOf(1940 + random.nextInt(65)));
        answers.add(String.format("%02d/%d", 1 + random.nextInt(12), 2023 + random.nextInt(3)));
        answers.add(String.format("%02d/10/2026", 1 + random.nextInt(28)));
        answers.add(String.format("%02d:30", 13 + random.nextInt(7)));
        answers.add(PLACES[random.nextInt(PLACES.length)]);
        answers.add(random.nextInt(5) > 0 ? "1" : "2");
        answers.add(String.valueOf(Math.min(10, 4 + random.nextInt(8))));
        answers.add(WORDS.get(language).get(random.nextInt(5)));
        return answers;
    }

    /** A person's message, and the reply. */
    String say(String channel, String person, String words) {
        return surveys.webhook(channel)
                .handle(WebhookRequest.post("https://hooks.example.com/" + channel)
                        .withForm("From", person, "Id", "M" + messages++, "Body", words))
                .bodyText();
    }
}
