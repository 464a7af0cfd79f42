package dev.parlance.examples.bots;

import dev.parlance.bot.BotMessage;
import dev.parlance.bot.DelayedReply;
import dev.parlance.bot.GrowingMessage;
import dev.parlance.bot.MessageHandler;
import dev.parlance.bot.Reply;
import dev.parlance.prompt.Language;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers questions with the answers of a service, shown as they arrive. */
final class Answering implements MessageHandler {
    private static final Logger LOG = System.getLogger(Answering.class.getName());

    private final QuestionService service;

    Answering(QuestionService service) {
        this.service = service;
    }

    // snippet: answering
    @Override
    public void handle(BotMessage message, Reply reply) {
        Language language = reply.language();
        if (message.text().isEmpty()) {
            reply.post(language.text("empty"));
            return;
        }
        try (GrowingMessage answer = reply.postGrowing(language.text("waiting"))) {
            try {
                service.ask(message.text(), message.channel(), answer::append);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The service did not answer", e);
                answer.update(language.text("unavailable"));
            }
        }
    }
    // end

    /** Answers a command with the whole text at once, because a command can only be answered five times. */
    void answer(String question, DelayedReply reply) {
        Language language = reply.language();
        if (question.isEmpty()) {
            reply.post(language.text("empty"));
            return;
        }
        reply.post(language.text("waiting"));
        StringBuilder answer = new StringBuilder();
        try {
            service.ask(question, "command", answer::append);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The service did not answer", e);
            answer.setLength(0);
        }
        reply.post(answer.toString().isBlank() ? language.text("unavailable") : answer.toString());
    }
}
