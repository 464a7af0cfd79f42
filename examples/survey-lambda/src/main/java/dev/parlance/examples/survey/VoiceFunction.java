package dev.parlance.examples.survey;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.Surveys;

/** Answers calls. All routes handle both the first webhook of a call and the answers. */
public final class VoiceFunction extends LambdaWebhook {
    /** Called by Lambda. */
    public VoiceFunction() {
        super(new Application(Setup.fromEnvironment()).signed(Surveys::voiceWebhook, "GET", "POST"));
    }
}
