package dev.parlance.spring.autoconfigure;

import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.DeskNames;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.MessengerSenders;
import dev.parlance.survey.SurveysBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The senders of {@code parlance.surveys.messengers}, by the name of the survey or the desk. */
record SurveyMessengers(Map<String, MessengerSenders> senders) {
    private static final String PROPERTY = "parlance.surveys.messengers";

    /**
     * Reads and checks the senders.
     *
     * @param folders the names of the surveys' folders
     * @throws IllegalStateException with all problems
     */
    static SurveyMessengers in(Environment environment, DeskNames desks, Set<String> folders) {
        Map<String, MessengerSenders> senders = new TreeMap<>();
        Binder.get(environment)
                .bind(PROPERTY, Bindable.mapOf(String.class, MessengerProperties.class))
                .orElseGet(Map::of)
                .forEach((name, properties) -> senders.put(name, properties.senders()));
        List<String> problems = desks.problemsOfSenders(senders.keySet(), folders);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The senders of " + PROPERTY + " have " + problems.size()
                    + " problem(s):\n  " + String.join("\n  ", problems));
        }
        return new SurveyMessengers(senders);
    }

    private MessengerSenders of(String name) {
        return senders.getOrDefault(name, MessengerSenders.NONE);
    }

    /** The senders of a survey or a desk, by channel. */
    Map<String, String> byChannel(String name) {
        return of(name).byChannel();
    }

    /**
     * Adds the channels of a survey.
     *
     * @param change what the application wants of each
     */
    void addTo(
            SurveysBuilder surveys, String name, BeanFactory beans, UnaryOperator<MessengerChannel> change) {
        if (byChannel(name).isEmpty()) {
            return;
        }
        TextSender sender = beans.getBeanProvider(TextSender.class).getIfAvailable();
        ContentStore contents = beans.getBeanProvider(ContentStore.class).getIfAvailable();
        of(name).channels(
                        needed(sender, name),
                        needed(contents, name),
                        beans.getBeanProvider(Clock.class).getIfAvailable(Clock::systemUTC))
                .forEach(channel -> surveys.channel(change.apply(channel)));
    }

    private static <T> T needed(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(PROPERTY + "." + name
                    + " needs an account: set parlance.twilio.account-sid and parlance.twilio.auth-token");
        }
        return part;
    }
}
