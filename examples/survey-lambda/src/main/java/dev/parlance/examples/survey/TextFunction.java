package dev.parlance.examples.survey;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.Surveys;

/** Answers texts. */
public final class TextFunction extends LambdaWebhook {
    /** Called by Lambda. */
    public TextFunction() {
        super(new Application(Setup.fromEnvironment()).signed(Surveys::textWebhook, "POST"));
    }
}
