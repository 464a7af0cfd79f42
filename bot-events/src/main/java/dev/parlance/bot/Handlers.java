package dev.parlance.bot;

import dev.parlance.prompt.Language;
import dev.parlance.prompt.Prompts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the application wants done with what arrives. */
record Handlers(
        Optional<MessageHandler> mention,
        Optional<MessageHandler> direct,
        Map<String, List<EventHandler>> byType,
        List<EventHandler> any,
        Map<String, CommandHandler> commands,
        Map<String, InteractionHandler> interactions,
        Optional<Prompts> prompts,
        Function<BotMessage, Optional<String>> languageOf,
        Duration pace) {

    /** Hands an event to whoever hears of its type, and of all; one that fails keeps it from nobody else. */
    void tell(BotEvent event) throws Exception {
        Failures failures = new Failures();
        Stream.concat(byType.getOrDefault(event.type(), List.of()).stream(), any.stream())
                .forEach(handler -> failures.of(() -> handler.handle(event)));
        failures.raise();
    }

    /** Hands a message to its handler, and then the event to whoever hears of it. */
    void tell(BotMessage message, boolean mentioned, Place place) throws Exception {
        Failures failures = new Failures();
        Optional<MessageHandler> handler = mentioned ? mention : direct;
        if (handler.isPresent()) {
            Reply reply =
                    new Reply(place, language(() -> languageOf.apply(message).or(place::language)), pace);
            failures.of(() -> handler.get().handle(message, reply));
        }
        failures.of(() -> tell(message.event()));
        failures.raise();
    }

    Supplier<Language> language(Supplier<Optional<String>> tag) {
        return () -> {
            Prompts all = prompts.orElseThrow(() -> BotException.notSetUp(
                    "The bot has no prompts to say something in a language: give it some by prompts(…)"));
            return tag.get().map(all::in).orElseGet(all::defaultLanguage);
        };
    }
}
