/**
 * AWS on your machine, for tests: {@link dev.parlance.testkit.aws.FakeAws} fakes secrets, parameters and events, {@link
 * dev.parlance.testkit.aws.LocalDynamoDb} and {@link dev.parlance.testkit.aws.LocalS3} run real servers, and {@link
 * dev.parlance.testkit.aws.LocalLambda} runs functions under AWS's runtime client.
 */
@NullMarked
package dev.parlance.testkit.aws;

import org.jspecify.annotations.NullMarked;
