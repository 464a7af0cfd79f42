package dev.parlance.survey;

import dev.parlance.outbound.Content;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.words.Words;

/** The template that reminds of an open question, with a button to continue. */
final class ReminderTemplate {
    /** The words of the reminder and of its button. */
    static final String TEXT = "reminder";

    static final String BUTTON = "continue";

    private ReminderTemplate() {}

    static Content content(Survey survey, String language) {
        Words words = survey.words(language);
        return Content.quickReply(words.text(TEXT), Content.Button.of(title(words), MessengerChannel.CONTINUE))
                .withLanguage(WhatsAppLanguage.code(language));
    }

    /** The title of the button that continues. */
    static String title(Words words) {
        return words.capitalised(words.spelling(BUTTON));
    }
}
