/** Webhooks on Lambda; settings, sessions and events in AWS. */
module dev.parlance.aws {
    requires transitive aws.lambda.java.core;
    requires transitive dev.parlance.core;
    requires dev.parlance.security;
    requires com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static dev.parlance.survey;
    requires org.crac;
    requires static org.jspecify;
    requires static software.amazon.awssdk.awscore;
    requires static software.amazon.awssdk.core;
    requires static software.amazon.awssdk.http;
    requires static software.amazon.awssdk.services.dynamodb;
    requires static software.amazon.awssdk.services.eventbridge;
    requires static software.amazon.awssdk.services.s3;
    requires static software.amazon.awssdk.services.secretsmanager;
    requires static software.amazon.awssdk.services.ssm;
    requires static software.amazon.awssdk.utils;

    exports dev.parlance.aws.dynamodb;
    exports dev.parlance.aws.events;
    exports dev.parlance.aws.lambda;
    exports dev.parlance.aws.s3;
    exports dev.parlance.aws.settings;
}
