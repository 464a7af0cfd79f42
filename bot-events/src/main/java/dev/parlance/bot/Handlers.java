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

/** The handlers and settings of a bot. */
record Handlers(
        Optional<MessageHandler> mention,
        Optional<MessageHandler> direct,
        Map<String, List<EventHandler>> byType,
        List<EventHandler> any,
        Map<String, CommandHandler> commands,
        Map<String, InteractionHandler> interactions,
        Optional<Prompts> prompts,
        Function<BotMessage, Optional<String>> languageOf,
        Duration updateInterval) {

    /** Passes an event to the handlers of its type and of all events, even if one of them fails. */
    void dispatch(BotEvent event) throws Exception {
        Failures failures = new Failures();
        Stream.concat(byType.getOrDefault(event.type(), List.of()).stream(), any.stream())
                .forEach(handler -> failures.run(() -> handler.handle(event)));
        failures.throwFirst();
    }

    /** Passes a message to its handler, and then its event to the event handlers. */
    void dispatch(BotMessage message, boolean mentioned, Place place) throws Exception {
        Failures failures = new Failures();
        Optional<MessageHandler> handler = mentioned ? mention : direct;
        if (handler.isPresent()) {
            Reply reply =
                    new Reply(place, language(() -> languageOf.apply(message).or(place::language)), updateInterval);
            failures.run(() -> handler.get().handle(message, reply));
        }
        failures.run(() -> dispatch(message.event()));
        failures.throwFirst();
    }

    Supplier<Language> language(Supplier<Optional<String>> tag) {
        return () -> {
            Prompts all = prompts.orElseThrow(
                    () -> BotException.notSetUp("The bot has no prompts. Set them with prompts(…)"));
            return tag.get().map(all::in).orElseGet(all::defaultLanguage);
        };
    }
}
