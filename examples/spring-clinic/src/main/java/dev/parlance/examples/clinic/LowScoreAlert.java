package dev.parlance.examples.clinic;

import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.spring.SurveyListener;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.SurveyEvent;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Texts the manager about a patient who would not recommend the clinic. */
@Component
class LowScoreAlert {
    private static final BigDecimal LOW = BigDecimal.valueOf(3);

    private final TextSender texts;
    private final ClinicProperties clinic;

    LowScoreAlert(TextSender texts, ClinicProperties clinic) {
        this.texts = texts;
        this.clinic = clinic;
    }

    @SurveyListener(value = SurveyEvent.Type.ANSWERED, survey = "visit")
    void onAnswer(SurveyEvent event) {
        event.answer()
                .filter(LowScoreAlert::isLow)
                .ifPresent(answer -> texts.send(TextMessage.to(
                        clinic.manager(),
                        "A patient scored %s of 10. See the results."
                                .formatted(answer.value().text()))));
    }

    private static boolean isLow(Answer answer) {
        return answer.question().equals("recommend")
                && answer.value()
                        .number()
                        .filter(score -> score.compareTo(LOW) <= 0)
                        .isPresent();
    }
}
