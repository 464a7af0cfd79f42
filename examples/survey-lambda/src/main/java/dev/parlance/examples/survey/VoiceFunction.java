package dev.parlance.examples.survey;

import dev.parlance.aws.lambda.LambdaWebhook;
import dev.parlance.survey.Surveys;

/** Answers calls: their first webhook and their answers, at whichever of the routes they come. */
public final class VoiceFunction extends LambdaWebhook {
    /** For the runtime. */
    public VoiceFunction() {
        super(new Application(Setup.fromEnvironment()).signed(Surveys::voiceWebhook, "GET", "POST"));
    }
}
